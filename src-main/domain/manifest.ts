import type { Action } from './permissions.ts'
import type { Machine } from './steps.ts'
import type { ManifestStatus } from './words.ts'

/** Verbs of the return manifest, last line of domain.md §3.3. */
export const manifestEvent = {
  create: '新建', seal: '封箱', ship: '发运', receive: '签收', judge: '鉴定', close: '关闭', withdraw: '撤回',
} as const
export type ManifestEvent = keyof typeof manifestEvent
export type ManifestPlace = 'new' | ManifestStatus

/** Lines change in 草稿 only; a sealed manifest is withdrawn (it keeps its number), never reopened. */
export const manifestMachine: Machine<ManifestPlace, ManifestEvent, ManifestStatus> = {
  new: { create: 'draft' },
  draft: { seal: 'sealed', withdraw: 'withdrawn' },
  sealed: { ship: 'shipped', withdraw: 'withdrawn' },
  shipped: { receive: 'received', withdraw: 'withdrawn' },
  received: { judge: 'judged' },
  judged: { close: 'closed' },
  closed: {}, withdrawn: {},
}

export const manifestAction: Readonly<Record<ManifestEvent, Action>> = {
  create: 'packOldParts', seal: 'packOldParts', ship: 'shipOldParts', receive: 'shipOldParts', judge: 'importData', close: 'shipOldParts',
  withdraw: 'shipOldParts',
}

export const manifestLine: readonly ManifestEvent[] = ['create', 'seal', 'ship', 'receive', 'judge', 'close']
