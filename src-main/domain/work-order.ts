import type { Action } from './permissions.ts'
import { walkAlong, type Machine, type Walk } from './steps.ts'
import type { WorkOrderStatus } from './words.ts'

/** Verbs of the work order, domain.md §3.1. */
export const workOrderEvent = {
  register: '登记',
  handOver: '转交',
  plan: '判定方案',
  solveByPhone: '电话指导解决',
  sendParts: '发件自换',
  receive: '接车',
  start: '开工',
  lackPart: '缺件',
  partArrived: '到件',
  customerFitted: '客户自换完成',
  finish: '完工',
  failInspection: '检验不合格',
  passInspection: '检验合格',
  deliver: '交车',
  callBack: '回访',
  close: '关闭',
  cancel: '取消',
  toExchange: '转退换',
  toComplaint: '转投诉',
} as const
export type WorkOrderEvent = keyof typeof workOrderEvent
/** `new`: not registered yet */
export type WorkOrderPlace = 'new' | WorkOrderStatus

/**
 * Every row of domain.md §3.1. 返修 is no step: it opens a new order with `repeatOf` (see `problemsBefore` of register).
 * 转投诉 is a side exit without a row there: possible once the vehicle is back with its user; closing it ends the order.
 */
export const workOrderMachine: Machine<WorkOrderPlace, WorkOrderEvent, WorkOrderStatus> = {
  new: { register: 'reported' },
  reported: { handOver: 'toDispatch', plan: 'toDispatch', cancel: 'cancelled', toExchange: 'toExchange' },
  toDispatch: {
    receive: 'waiting',
    plan: 'toDispatch',
    solveByPhone: 'closed',
    sendParts: 'awaitingParts',
    cancel: 'cancelled',
    toExchange: 'toExchange',
  },
  waiting: { start: 'repairing', cancel: 'cancelled', toExchange: 'toExchange' },
  repairing: { finish: 'finished', lackPart: 'awaitingParts', toExchange: 'toExchange' },
  awaitingParts: { partArrived: 'repairing', customerFitted: 'finished', toExchange: 'toExchange' },
  finished: { passInspection: 'inspected', failInspection: 'repairing', toExchange: 'toExchange' },
  inspected: { deliver: 'delivered', toExchange: 'toExchange' },
  delivered: { callBack: 'calledBack', close: 'closed', toComplaint: 'toComplaint', toExchange: 'toExchange' },
  calledBack: { close: 'closed', toComplaint: 'toComplaint', toExchange: 'toExchange' },
  closed: {},
  cancelled: {},
  toExchange: {},
  toComplaint: { close: 'closed' },
}

export const workOrderAction: Readonly<Record<WorkOrderEvent, Action>> = {
  register: 'openWorkOrder',
  handOver: 'openWorkOrder',
  plan: 'dispatchWork',
  solveByPhone: 'dispatchWork',
  sendParts: 'dispatchWork',
  receive: 'dispatchWork',
  start: 'diagnose',
  lackPart: 'editWorkLines',
  partArrived: 'receiveParts',
  customerFitted: 'dispatchWork',
  finish: 'finishWork',
  failInspection: 'inspectWork',
  passInspection: 'inspectWork',
  deliver: 'deliver',
  callBack: 'deliver',
  close: 'closeWorkOrder',
  cancel: 'cancelWorkOrder',
  toExchange: 'requestExchange',
  toComplaint: 'deliver',
}

/** The way of an ordinary job, which the step bar shows and an intake or an import walks. */
export const workOrderLine: readonly WorkOrderEvent[] = [
  'register',
  'handOver',
  'receive',
  'start',
  'finish',
  'passInspection',
  'deliver',
  'callBack',
  'close',
]

/** No step leads on from here. */
export function isEnded(status: WorkOrderStatus): boolean {
  return Object.keys(workOrderMachine[status]).length === 0
}

type VoucherPaper = { readonly form: string; readonly status: string }

/**
 * Its voucher was voided and no other one issued. Such an order may be corrected even when it is over (§3: a printed field
 * changes by 作废 and 重开); else its claim could never leave.
 */
export function owesVoucher(papers: readonly VoucherPaper[]): boolean {
  const vouchers = papers.filter(({ form }) => form === 'F16')
  return vouchers.length > 0 && vouchers.every(({ status }) => status === 'voided')
}

/** Whether its content may still change. */
export function mayCorrect(status: WorkOrderStatus, papers: readonly VoucherPaper[]): boolean {
  return !isEnded(status) || owesVoucher(papers)
}

/** F16 is issued from 检验合格 on (settled.md 14); in an order that is over, only in place of a void one. */
export function mayIssueVoucher(status: WorkOrderStatus, papers: readonly VoucherPaper[]): boolean {
  return (
    ['inspected', 'delivered', 'calledBack', 'toComplaint'].includes(status) ||
    ((status === 'closed' || status === 'toExchange') && owesVoucher(papers))
  )
}

/** 交车 asks for the signature of a voucher issued before it; one issued after has no step left that could. */
export const signedAfterwards: readonly WorkOrderStatus[] = ['delivered', 'calledBack', 'toComplaint', 'closed', 'toExchange']

/** From nothing (or any place on the main line) to `target` in one save, e.g. a walk-in to 待修: 登记, 转交, 接车. */
export function walkOrderTo(from: WorkOrderPlace, target: WorkOrderStatus): Walk<WorkOrderEvent, WorkOrderStatus> | null {
  return walkAlong(workOrderMachine, workOrderLine, from, target)
}
