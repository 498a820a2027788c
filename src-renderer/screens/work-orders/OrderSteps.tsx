import { useMemo } from 'react'
import { useDoneBy, useMe } from '../../frame/session.ts'
import { mayDo } from '#domain/permissions'
import { workOrderAction, workOrderEvent, type WorkOrderEvent } from '#domain/work-order'
import { useText, useWord } from '../../messages/index.ts'
import { StepBar, type BarStep } from '../../ui/StepBar.tsx'
import { eventWord } from './event-words.ts'
import { lineStates, ordinaryFirst, type OrderDetail } from './order-form.ts'
import { useFieldJump } from './use-field-jump.ts'
import type { OrderActs } from './use-order-acts.ts'

type Props = {
  readonly detail: OrderDetail
  readonly steps: OrderDetail['steps']
  readonly acts: OrderActs
  /** the voucher is the next thing to do */ readonly canIssue: boolean
}

/** Stamped by steps or asked in their dialogs: there is no field to lead to. */
const withoutField: ReadonlySet<string> = new Set([
  'inspectorId',
  'handedAt',
  'contactedAt',
  'planAt',
  'startedAt',
  'finishedAt',
  'inspectedAt',
  'deliveredAt',
  'callback',
  'userSigned',
  'billPaid',
  'takesOldParts',
  'customerConfirmed',
  'riskTold',
  'at',
])

const detours: Readonly<Record<string, (typeof lineStates)[number]>> = { awaitingParts: 'repairing' }

/** The line of states and the next step. A step that still lacks something leads to what it lacks. */
export function OrderSteps({ detail, steps, acts, canIssue }: Props) {
  const text = useText('workOrders')
  const word = useWord()
  const me = useMe()
  const doneBy = useDoneBy(workOrderAction)
  const jump = useFieldJump(detail.unit.id)
  const shown = useMemo((): readonly BarStep[] => {
    const ordinary = ordinaryFirst(steps).map(({ event, word: said, problems }) => ({
      event,
      word: eventWord(event, text, said),
      problems: problems.map((problem) =>
        problem.field !== null && withoutField.has(problem.field) ? { ...problem, field: null } : problem,
      ),
      allowed: mayDo(me.role, workOrderAction[event as WorkOrderEvent]), // events of a work order come from the same table
      doneBy: doneBy(event),
    }))
    const open = ordinary.filter(({ allowed }, index) => allowed || index === 0)
    if (!canIssue) return open
    return [{ event: 'issueVoucher', word: text('issueVoucher'), problems: detail.voucherStops, allowed: true }, ...open]
  }, [steps, text, me.role, canIssue, doneBy, detail.voucherStops])
  const take = (event: string) => {
    if (event === 'issueVoucher') return void acts.issueVoucher()
    const step = shown.find((each) => each.event === event)
    const missing = step?.problems.find(({ level, field }) => level === 'stop' && field !== null)
    if (missing?.field && Object.hasOwn(workOrderEvent, event)) return jump(missing.field)
    return void acts.takeStep(event)
  }
  const { status } = detail
  const detour = detours[status]
  const states = lineStates.map((code) =>
    code === detour ? { code: status, word: word('workOrderStatus', status) } : { code, word: word('workOrderStatus', code) },
  )
  return <StepBar states={states} current={status} steps={shown} running={acts.running} onStep={take} onJump={jump} />
}
