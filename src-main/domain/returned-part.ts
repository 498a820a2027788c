import type { Action } from './permissions.ts'
import type { Machine } from './steps.ts'
import type { ReturnedPartStatus } from './words.ts'

/** Verbs of the old part, domain.md §3.3. */
export const returnedPartEvent = {
  create: '登记旧件', collect: '旧件入库', exempt: '免回收', label: '贴标签', pack: '装箱', unpack: '拆箱', ship: '发运', takeBack: '承运退回',
  receive: '签收', accept: '鉴定合格', reject: '鉴定驳回', acceptPartly: '部分合格', appeal: '申诉', dispose: '处置', lose: '报损',
  fallOverdue: '逾期',
} as const
export type ReturnedPartEvent = keyof typeof returnedPartEvent
export type ReturnedPartPlace = 'new' | ReturnedPartStatus

/**
 * Every row of domain.md §3.3. Beyond it: a late part goes on where it stood (入库, 贴标签 or 装箱), and a shipment the
 * carrier brought back (撤回 of the manifest) puts its parts back on the shelf.
 */
export const returnedPartMachine: Machine<ReturnedPartPlace, ReturnedPartEvent, ReturnedPartStatus> = {
  new: { create: 'toCollect' },
  toCollect: { collect: 'collected', exempt: 'exempt', fallOverdue: 'overdue', lose: 'lost' },
  collected: { label: 'labelled', lose: 'lost' },
  labelled: { pack: 'packed', fallOverdue: 'overdue', lose: 'lost' },
  packed: { ship: 'shipped', unpack: 'labelled', lose: 'lost' },
  shipped: { receive: 'received', takeBack: 'labelled', lose: 'lost' },
  received: { accept: 'accepted', reject: 'rejected', acceptPartly: 'partial', lose: 'lost' },
  accepted: { dispose: 'disposed' },
  rejected: { appeal: 'appealed', dispose: 'disposed' },
  partial: { appeal: 'appealed', dispose: 'disposed' },
  appealed: { accept: 'accepted', reject: 'rejected', acceptPartly: 'partial' },
  overdue: { collect: 'collected', label: 'labelled', pack: 'packed', exempt: 'exempt', lose: 'lost' },
  disposed: {}, exempt: {}, lost: {},
}

export const returnedPartAction: Readonly<Record<ReturnedPartEvent, Action | 'system'>> = {
  create: 'finishWork', collect: 'collectOldPart', exempt: 'exemptOldPart', label: 'labelOldPart', pack: 'packOldParts', unpack: 'packOldParts',
  ship: 'shipOldParts', takeBack: 'shipOldParts', receive: 'shipOldParts', accept: 'importData', reject: 'importData', acceptPartly: 'importData',
  appeal: 'voidClaim', dispose: 'shipOldParts', lose: 'exemptOldPart', fallOverdue: 'system',
}

export const returnedPartLine: readonly ReturnedPartEvent[] = ['create', 'collect', 'label', 'pack', 'ship', 'receive', 'accept', 'dispose']
