import { daysBetween, localDateOf, localTimeOf, type Instant, type LocalDate } from '../dates.ts'
import { sourceKey } from '../form-fill.ts'
import type { Fen } from '../money.ts'
import { channel as channelWords, urgency as urgencyWords, type Channel, type Urgency } from '../words.ts'
import { clipped, groupsBy, totalOf } from './base-sets.ts'
import type { GatheredCells } from './gathered.ts'
import { monthOnPaper, periodOnPaper, type Period } from './period.ts'

export type ReportedCase = {
  readonly id: number
  readonly reportedAt: Instant
  readonly channel: Channel
  readonly urgency: Urgency
  readonly customerName: string
  readonly contactName: string
  readonly phone: string
  readonly model: string
  readonly frameNo: string
  readonly statement: string
  readonly handedAt: Instant | null
  readonly technicianName: string
  readonly finishedAt: Instant | null
}

function minuteOf(moment: Instant | null): string | null {
  return moment === null ? null : `${localDateOf(moment)} ${localTimeOf(moment)}`
}

/** C01 (domain.md §1.3): what was reported in the period, the earliest first. */
export function repairRegister(period: Period, cases: readonly ReportedCase[]): GatheredCells {
  return {
    values: { period: periodOnPaper(period) },
    tables: {
      cases: cases
        .toSorted((one, other) => (one.reportedAt < other.reportedAt ? -1 : 1))
        .map((each) => ({
          [sourceKey]: `order:${each.id}`,
          reportedAt: minuteOf(each.reportedAt),
          channel: channelWords[each.channel],
          customerName: each.customerName,
          contact: clipped(`${each.contactName || each.customerName} ${each.phone}`.trim(), 40),
          unit: clipped(`${each.model} ${each.frameNo}`.trim(), 40),
          statement: clipped(each.statement, 100),
          urgency: urgencyWords[each.urgency],
          handedAt: minuteOf(each.handedAt),
          technician: clipped(each.technicianName, 40),
          finishedAt: minuteOf(each.finishedAt),
        })),
    },
  }
}

/** A piece taken out by the end of the period that was not in the store then. */
export type OutstandingPiece = {
  readonly partLineId: number
  readonly orderNo: string
  readonly technicianName: string
  readonly partName: string
  readonly qty: number
  readonly priceFen: Fen
  readonly dueOn: LocalDate | null
}

/** X06 (domain.md §5.7): 三包 parts put in whose old part is not in the store at the end of the month; days late are counted to that day. 出库日期 is not on record. */
export function partsOutstanding(period: Period, pieces: readonly OutstandingPiece[]): GatheredCells {
  return {
    values: { month: monthOnPaper(period) },
    tables: {
      parts: groupsBy(pieces, ({ orderNo, partLineId }) => `${orderNo} ${String(partLineId).padStart(12, '0')}`).flatMap(([, group]) => {
        const [first] = group
        const late = first === undefined || first.dueOn === null ? 0 : Math.max(0, daysBetween(first.dueOn, period.to))
        return first === undefined
          ? []
          : [
              {
                [sourceKey]: `line:${first.partLineId}`,
                orderNo: first.orderNo,
                technician: first.technicianName,
                partName: first.partName,
                qty: totalOf(group, ({ qty }) => qty),
                price: first.priceFen,
                dueOn: first.dueOn,
                lateDays: late,
              },
            ]
      }),
    },
  }
}
