import * as v from 'valibot'
import { AMOUNT, CHANGE, TEXT, TEXTS } from './basic.ts'
import { KIND } from './breakdown.ts'
import { METRIC } from './verdict.ts'

export const NODE_GROWTH = v.object({
  binary: v.pipe(TEXT, v.description("Whose tree it is in; null for the image's own.")),
  path: v.pipe(TEXTS, v.minLength(1), v.description('Names from under the root.')),
  kind: KIND,
  versionBefore: v.pipe(TEXT, v.description('Of a module.')),
  versionAfter: TEXT,
  before: v.pipe(v.nullable(AMOUNT), v.description('null where it was not there.')),
  after: v.pipe(v.nullable(AMOUNT), v.description('null where it is gone.')),
  change: v.picklist(['added', 'removed', 'grown', 'shrunk', 'unchanged']),
})

const METRIC_GROWTH = v.object({
  metric: METRIC,
  before: v.pipe(v.nullable(AMOUNT), v.description('null where it was not measured.')),
  after: v.nullable(AMOUNT),
  delta: v.pipe(v.nullable(CHANGE), v.description('What it grew by, without the padding between segments.')),
  change: v.pipe(
    v.nullable(v.picklist(['grown', 'shrunk', 'unchanged'])),
    v.description('unchanged within noise, and where only padding differs.'),
  ),
})

export const GROWTH = v.object({
  metrics: v.array(METRIC_GROWTH),
  causes: v.pipe(TEXTS, v.description('What is not code and explains growth all the same, a clause each.')),
  nodes: v.pipe(
    v.array(NODE_GROWTH),
    v.description('The nodes of the linked binaries whose bytes changed, parents before children.'),
  ),
  files: v.pipe(v.array(NODE_GROWTH), v.description("The same of the image's files.")),
})
