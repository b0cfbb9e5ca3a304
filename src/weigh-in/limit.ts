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
 * A module path or an import path: https://go.dev/ref/mod#go-mod-file-ident, and the wider rules of an import path,
 * without what no file system would take.
 */
export const PART_PATH =
  /^[\p{L}\p{N}_.~+!$%&()=^-](?:[\p{L}\p{N}_.~+!$%&()=^/-]*[\p{L}\p{N}_.~+!$%&()=^-])?$/u

/**
 * The bound of a limit. `growth` and `growth percent` are relative to the baseline. A value equal to its bound is
 * within it. Amounts are in the unit of the subject.
 */
export type Bound = SizeBound | GrowthBound

export interface SizeBound {
  readonly kind: 'size'
  /** At least 1: a limit of 0 would allow nothing. */
  readonly amount: number
}

/** A larger percentage is a mistake. */
export const MOST_PERCENT = 1_000_000

/** Whether a number can be the percentage of a limit. It has six decimals at most, so that it is written exactly. */
export function isPercent(value: number): boolean {
  return value >= 0 && value <= MOST_PERCENT && Number(value.toFixed(6)) === value
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
