import { expect, it } from '@jest/globals'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { readExecutable } from '../../src/binary/executable.ts'
import { childrenOf } from '../../src/host/process-state.ts'
import { isolationsOf, ownIsolation } from '../../src/isolation/isolation.ts'
import { upxPacker } from '../../src/pack/upx.ts'
import { beginProof, type BegunProof } from '../../src/proof/proof.ts'
import { realUpx } from '../support/broken-packers.ts'
import { testHost } from '../support/host.ts'
import { buildGo, HELLO } from '../support/pack-requests.ts'
import { describeWith } from '../support/tools.ts'

const AMD64 = { os: 'linux', architecture: 'amd64' }

/** What this process has started, as far down as there is anything. The last ones go first: their end ends the others. */
function holdersOf(pid: number): readonly number[] {
  return childrenOf(pid).flatMap(child => [...holdersOf(child.pid), child.pid])
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It ended with another one.
  }
}

describeWith(['go', 'upx'], 'a proof', () => {
  const host = testHost()
  let packed: string
  const begun = (): BegunProof => {
    const linked = buildGo(HELLO)
    const linkedBytes = readFileSync(linked)
    const { elf } = readExecutable(linkedBytes)
    const plan = { kind: 'proof', on: 'here', starter: { kind: 'native' } } as const
    packed = path.join(host.temporary, 'packed')
    const packer = upxPacker(host, realUpx(), ['-1'])
    const proof = beginProof(host, isolationsOf(host), {
      name: 'svc',
      linked,
      linkedBytes,
      elf,
      packerIdentity: packer.identity,
      plan,
      othersCode: false,
    })
    const packing = packer.pack(linked, packed, AMD64)
    return { ...proof, prepared: Promise.all([packing, proof.prepared]).then(() => {}) }
  }

  it('is made in a fresh isolation where the first one ended while the packer ran', async () => {
    if ((await ownIsolation()) === 'process') return
    const proof = begun()
    await proof.prepared
    const holders = holdersOf(process.pid)
    expect(holders).not.toEqual([])
    for (const pid of holders) kill(pid)
    try {
      expect(await proof.prove(packed)).toMatchObject({
        report: { status: 'proven', isolation: 'namespaces' },
      })
    } finally {
      await proof.close()
    }
    expect(host.log.lines).toContainEqual(expect.stringMatching(/^debug: proof: .* A fresh one is made\.$/))
    expect(holdersOf(process.pid)).toEqual([])
  })
})
