import { type Metric, metricRow, type Unit } from './metric.ts'

/** The parts of the linked binaries that a limit can apply to. */
export const PARTS = ['module', 'package'] as const
export type Part = (typeof PARTS)[number]

/**
 * The thing that one limit applies to. A module is identified by its path (`std` is the standard library), a package by
 * its import path.
 */
export type Subject = MetricSubject | PartSubject

export interface MetricSubject {
  readonly kind: Metric
}

/** The bytes of the linked binaries that come from a module or package. */
export interface PartSubject {
  readonly kind: Part
  readonly path: string
}

/**
 * The bound of a limit. `growth` and `growth percent` are relative to the baseline. A value equal to its bound is
 * within it. Amounts are in the unit of the subject.
 */
export type Bound = SizeBound | GrowthBound

export interface SizeBound {
  readonly kind: 'size'
  readonly amount: number
}

export type GrowthBound =
  | { readonly kind: 'growth'; readonly amount: number }
  | { readonly kind: 'growth percent'; readonly percent: number }

/** A limit without its platform. */
export interface BoundSubject {
  readonly subject: Subject
  readonly bound: Bound
}

export interface Limit extends BoundSubject {
  /** As `formatPlatform` writes it; `null` means every platform. */
  readonly platform: string | null
}

export function isPart(subject: Subject): subject is PartSubject {
  return subject.kind === 'module' || subject.kind === 'package'
}

/** Whether a limit is on growth over the baseline. */
export function isOfGrowth({ bound }: Pick<Limit, 'bound'>): boolean {
  return bound.kind !== 'size'
}

export function unitOf(subject: Subject): Unit {
  return isPart(subject) ? 'bytes' : metricRow(subject.kind).unit
}

export function isSameSubject(one: Subject, other: Subject): boolean {
  if (one.kind !== other.kind) return false
  return !isPart(one) || (isPart(other) && one.path === other.path)
}
