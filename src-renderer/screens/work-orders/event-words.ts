import { workOrderEvent, type WorkOrderEvent } from '#domain/work-order'
import type { Text } from '../../messages/index.ts'

function isEvent(event: string): event is WorkOrderEvent {
  return Object.hasOwn(workOrderEvent, event)
}

/** The verb of a step or entry of the record in the current language; `otherwise` for one this version does not know. */
export function eventWord(event: string, text: Text<'workOrders'>, otherwise = event): string {
  if (isEvent(event)) return text(`event_${event}`)
  if (
    event === 'issueVoucher' ||
    event === 'override' ||
    event === 'voidVoucher' ||
    event === 'signVoucher' ||
    event === 'attach' ||
    event === 'detach' ||
    event === 'save' ||
    event === 'print'
  )
    return text(`event_${event}`)
  return otherwise
}
