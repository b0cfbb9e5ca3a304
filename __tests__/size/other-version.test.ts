import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { otherVersion } from '../../src/size/other-version.ts'
import { SCHEMA_VERSION } from '../../src/weigh-in/shape/weigh-in.ts'

describe('otherVersion', () => {
  it('names what wrote it, and which version is older', () => {
    expect(otherVersion({ schemaVersion: 1, bantam: '0.1.0-rc.1+x' })).toEqual({
      schemaVersion: 1,
      older: true,
      said: 'was written by Bantam 0.1.0-rc.1+x with schemaVersion 1, and this Bantam reads 2',
    })
    expect(otherVersion({ schemaVersion: 3 })).toEqual({
      schemaVersion: 3,
      older: false,
      said: 'was written with schemaVersion 3, and this Bantam reads 2',
    })
  })

  it.each([null, 1, 'x', [], {}, { schemaVersion: SCHEMA_VERSION }, { schemaVersion: '1' }])(
    'knows no other version of %j',
    value => expect(otherVersion(value)).toBeNull(),
  )

  it.each([0.5, -1, 1e300])('knows no version %d', schemaVersion => {
    expect(otherVersion({ schemaVersion })).toBeNull()
  })

  it('shows nothing that could be more than a version, whatever it is given', () => {
    fc.assert(
      fc.property(fc.nat(), fc.anything(), (schemaVersion, bantam) => {
        const other = otherVersion({ schemaVersion, bantam })
        return (
          other === null || /^was written[\w.+\- ]{0,60} with schemaVersion \d+, [\w ]+$/.test(other.said)
        )
      }),
    )
  })
})
