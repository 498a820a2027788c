import { findPart } from '#db/queries/catalogue'
import { findWorkOrder } from '#db/queries/work-orders'
import type { Reader } from '#db/types'
import { daysBetween, localDateOf } from '#domain/dates'
import { reworkTerm, type ReworkFacts } from '#domain/rework'
import { isSameFault } from '#domain/warranty-repeat'
import type { SimilarJob } from '#domain/work-order-checks'
import { receivedOn, type OrderPicture } from './work-orders-picture.ts'
import { faultOf, faultOnFile } from './work-orders-verdict.ts'

/** Earlier jobs on the vehicle in which a part of this order was changed too. */
export function similarJobsOf(picture: OrderPicture): SimilarJob[] {
  const day = receivedOn(picture)
  const codes = new Map(picture.content.partLines.filter((line) => line.partCode !== '').map((line) => [line.partCode, line.partName]))
  return picture.earlier.flatMap(({ no, receivedAt, parts }) => {
    const daysAgo = receivedAt === null ? -1 : daysBetween(localDateOf(receivedAt), day)
    const same = parts.find((part) => codes.has(part.partCode))
    return daysAgo < 0 || same === undefined ? [] : [{ no, partName: same.partName, daysAgo }]
  })
}

/** The job a 返修 goes back to. */
export function reworkOf(db: Reader, picture: OrderPicture): ReworkFacts | null {
  const { content, unit } = picture
  if (content.repeatOfId === null) return null
  const original = findWorkOrder(db, content.repeatOfId)
  if (original === undefined || original.finishedAt === null) return null
  const onUnit = picture.earlier.find((order) => order.id === original.id)
  const assembly = onUnit?.parts.some(({ partId }) => partId !== null && findPart(db, partId)?.category === 'main') ?? false
  const term = reworkTerm({ ...original, assembly, isCar: picture.category === 'car' })
  const sameFault =
    onUnit !== undefined &&
    (isSameFault(faultOf(db, picture), faultOnFile(onUnit)) || content.faultCodeId === null || original.faultCodeId === null)
  const km = content.mileage === null || original.mileage === null ? null : content.mileage - original.mileage
  return {
    originalNo: original.no,
    sameUnit: original.unitId === unit.id,
    sameFault,
    days: daysBetween(localDateOf(original.finishedAt), receivedOn(picture)),
    km,
    termDays: term.days,
    termKm: term.km,
  }
}
