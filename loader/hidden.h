/*
 * Comes before everything in the loader's build: the compiler then knows that whatever is declared lies in the loader, and
 * addresses it by its distance. Otherwise it would use a table of addresses, which would have to be relocated.
 */
#pragma GCC visibility push(hidden)
