import type { StageTime } from '../weigh-in/weigh-in.ts'

type Stage = StageTime['stage']

/**
 * Measures how long each stage takes. Stages may run at the same time, so the times need not add up to the time of the
 * run.
 */
export interface Clock {
  time<Value>(stage: Stage, work: Promise<Value>): Promise<Value>
  /** Records a stage that measured itself. */
  add(stage: Stage, ms: number): void
  ms(stage: Stage): number
  stages(image: string, platform: string): readonly StageTime[]
}

export function startClock(): Clock {
  const times = new Map<Stage, number>()
  const add = (stage: Stage, ms: number) => void times.set(stage, (times.get(stage) ?? 0) + ms)
  return {
    add,
    async time(stage, work) {
      const started = performance.now()
      const value = await work
      add(stage, performance.now() - started)
      return value
    },
    ms: stage => times.get(stage) ?? 0,
    stages: (image, platform) =>
      [...times].map(([stage, ms]) => ({ stage, image, platform, ms: Math.round(ms) })),
  }
}
