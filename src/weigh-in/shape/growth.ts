import * as v from 'valibot'
import { AMOUNT, CHANGE, TEXT, TEXTS } from './basic.ts'
import { KIND } from './breakdown.ts'
import { METRIC } from './verdict.ts'

export const NODE_GROWTH = v.object({
  binary: v.pipe(
    TEXT,
    v.description('Name of the binary whose tree has the node. null for the tree of the image.'),
  ),
  path: v.pipe(TEXTS, v.minLength(1), v.description('Names of the nodes from below the root to this one.')),
  kind: KIND,
  versionBefore: v.pipe(TEXT, v.description('Of a module.')),
  versionAfter: TEXT,
  before: v.pipe(v.nullable(AMOUNT), v.description('null if it did not exist.')),
  after: v.pipe(v.nullable(AMOUNT), v.description('null if it no longer exists.')),
  change: v.picklist(['added', 'removed', 'grown', 'shrunk', 'unchanged']),
})

const METRIC_GROWTH = v.object({
  metric: METRIC,
  before: v.pipe(v.nullable(AMOUNT), v.description('null if it was not measured.')),
  after: v.nullable(AMOUNT),
  delta: v.pipe(v.nullable(CHANGE), v.description('Growth without the padding between segments.')),
  change: v.pipe(
    v.nullable(v.picklist(['grown', 'shrunk', 'unchanged'])),
    v.description('unchanged also if the difference is noise or only padding.'),
  ),
})

export const GROWTH = v.object({
  metrics: v.array(METRIC_GROWTH),
  causes: v.pipe(TEXTS, v.description('Causes of growth that are not code, a clause each.')),
  nodes: v.pipe(
    v.array(NODE_GROWTH),
    v.description('The nodes of the linked binaries whose bytes changed, parents before children.'),
  ),
  files: v.pipe(v.array(NODE_GROWTH), v.description('The same for the files of the image.')),
})
