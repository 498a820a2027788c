import type { ReactNode } from 'react'
import { useWatch } from 'react-hook-form'
import type { Problem } from '#domain/errors'
import { useApiQuery } from '../../api.ts'
import { useText } from '../../messages/index.ts'
import { AnchorBar } from '../../ui/Page.tsx'
import { paperCount } from './RecordSections.tsx'
import type { OrderDetail, OrderForm } from './order-form.ts'

type Props = {
  readonly detail: OrderDetail
  readonly form: OrderForm
  readonly problems: readonly Problem[]
  readonly beside: ReactNode
}

/** The sections of the order by name, with what stands in them at this moment and where something stops it. */
export function OrderAnchors({ detail, form: { control }, problems, beside }: Props) {
  const text = useText('workOrders')
  const attachmentText = useText('attachments')
  const [parts, labour, outings, fees] = useWatch({ control, name: ['partLines', 'labourLines', 'outings', 'otherFees'] })
  const { data: files } = useApiQuery('attachments', 'list', { workOrderId: detail.id })
  const has = (start: string) => problems.some(({ field, level }) => level === 'stop' && field?.startsWith(start))
  const anchors = [
    { id: 'subject', title: text('subject') },
    { id: 'verdict', title: text('verdict'), problem: has('eligibility') },
    { id: 'intake', title: text('intake') },
    { id: 'fault', title: text('fault') },
    { id: 'partLines', title: text('parts'), count: parts.length, problem: has('partLines') },
    { id: 'labourLines', title: text('labour'), count: labour.length, problem: has('labourLines') },
    { id: 'outings', title: text('outings'), count: outings.length, problem: has('outings') },
    { id: 'otherFees', title: text('fees'), count: fees.length, problem: has('otherFees') },
    { id: 'returnedParts', title: text('oldParts'), count: detail.returnedParts.length },
    { id: 'attachments', title: attachmentText('title'), ...(files && { count: files.length }) },
    { id: 'papers', title: text('papers'), count: paperCount(detail) },
    { id: 'history', title: text('history') },
  ]
  return <AnchorBar anchors={anchors} beside={beside} />
}
