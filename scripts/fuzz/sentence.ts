/** One sentence, or a clause, that a person reads: on one line, and with nothing in it that a terminal obeys. */
export const SENTENCE = /^[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}]{1,1000}\.$/u
export const CLAUSE = /^[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}]{1,1000}$/u
