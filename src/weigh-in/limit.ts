import { type Metric, metricRow, type Unit } from './metric.ts'

/** Modules and packages: parts of the linked binaries that a limit may be about. */
export const PARTS = ['module', 'package'] as const
export type Part = (typeof PARTS)[number]

/** What one limit is about. A module is found by its path, `std` is the standard library; a package by its import path. */
export type Subject = MetricSubject | PartSubject

export interface MetricSubject {
  readonly kind: Metric
}

/** Bytes of the linked binaries that come from it. */
export interface PartSubject {
  readonly kind: Part
  readonly path: string
}

/** `growth` and `growth percent` are over the baseline; what keeps to its bound exactly is within it. Amounts are in the subject's unit. */
export type Bound = SizeBound | GrowthBound

export interface SizeBound {
  readonly kind: 'size'
  readonly amount: number
}

export type GrowthBound =
  | { readonly kind: 'growth'; readonly amount: number }
  | { readonly kind: 'growth percent'; readonly percent: number }

/** A limit without the platform that it is for. */
export interface BoundSubject {
  readonly subject: Subject
  readonly bound: Bound
}

export interface Limit extends BoundSubject {
  /** As `formatPlatform` writes it; `null` holds for each. */
  readonly platform: string | null
}

export function isPart(subject: Subject): subject is PartSubject {
  return subject.kind === 'module' || subject.kind === 'package'
}

/** Whether a limit is one of growth over the baseline. */
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
