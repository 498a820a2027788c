import { useCallback, useMemo } from 'react'
import { instant } from '#domain/dates'
import { fen } from '#domain/money'
import { useApiQuery } from '../../api.ts'
import { count, dayTime, hours, money } from '../../format.ts'
import { useText, useWord, type WordTable } from '../../messages/index.ts'

/** The names of an order's fields and of the columns of its lines, where they are not called like their message. */
const labels = {
  technicianId: 'technician',
  repeatOfId: 'repeatOf',
  faultCodeId: 'faultCode',
  manufacturerId: 'maker',
  partLines: 'parts',
  labourLines: 'labour',
  otherFees: 'fees',
  priceFen: 'price',
  oldPartRequired: 'oldPart',
  rateFen: 'rate',
  faresFen: 'fares',
  lodgingFen: 'lodging',
  mealFen: 'meal',
  noReceiptApproved: 'noReceipt',
  kind: 'feeKind',
  amountFen: 'amount',
} as const
const same = [
  'mileage',
  'customerStatement',
  'repairType',
  'nature',
  'channel',
  'urgency',
  'solution',
  'reportedAt',
  'receivedAt',
  'expectedAt',
  'senderName',
  'senderPhone',
  'oemNo',
  'note',
  'checkResult',
  'faultReason',
  'repairMethod',
  'responsibility',
  'severity',
  'exclusions',
  'approvalNo',
  'outings',
  'partCode',
  'partName',
  'qty',
  'chargeMode',
  'supplyMode',
  'faultMode',
  'oldPartCode',
  'isMain',
  'newSerial',
  'oldSerial',
  'labourCode',
  'labourName',
  'hours',
  'place',
  'oneWayKm',
  'drivenKm',
  'people',
  'days',
  'nights',
] as const
const tables: Readonly<Record<string, WordTable>> = {
  repairType: 'repairType',
  nature: 'nature',
  channel: 'channel',
  urgency: 'urgency',
  solution: 'solution',
  responsibility: 'responsibility',
  severity: 'severity',
  chargeMode: 'chargeMode',
  supplyMode: 'supplyMode',
  faultMode: 'faultMode',
  exclusions: 'exclusion',
}
/** what a line is called by, in the order it is read */
const heads = ['partCode', 'partName', 'labourCode', 'labourName', 'place', 'kind'] as const
/** what belongs to a line's shape, not to what a person wrote */
const silent: ReadonlySet<string> = new Set(['id', 'partId', 'unit', ...heads])

type Line = Readonly<Record<string, unknown>>
export type ContentWords = {
  readonly label: (field: string) => string
  readonly value: (field: string, value: unknown) => string
  /** what changed on one line: its name, and column by column before → after */
  readonly line: (before: unknown, after: unknown) => string
}

function isLine(value: unknown): value is Line {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** What stands in an order, put into words: for the record and for two versions beside each other. */
export function useContentWords(): ContentWords {
  const text = useText('workOrders')
  const word = useWord()
  const { data: technicians } = useApiQuery('station', 'technicians', {})
  const label = useCallback(
    (field: string) => {
      const key = same.find((each) => each === field) ?? Object.entries(labels).find(([each]) => each === field)?.[1]
      return key === undefined ? field : text(key)
    },
    [text],
  )
  return useMemo(() => {
    const head = (line: Line) =>
      heads
        .map((key) => line[key])
        .filter((part) => typeof part === 'string' && part !== '')
        .join(' ')
    const value = (field: string, given: unknown): string => {
      const table = tables[field]
      if (given === null || given === undefined || given === '') return text('empty')
      if (Array.isArray(given))
        return given.length === 0
          ? text('empty')
          : given.map((item: unknown) => (isLine(item) ? whole(item) : value(field, item))).join(' · ')
      if (table !== undefined) return word(table, String(given))
      if (typeof given === 'boolean') return given ? '✓' : '—'
      if (typeof given === 'number') return numberWords(field, given)
      return typeof given === 'string' && field.endsWith('At') ? dayTime(instant(given)) : String(given)
    }
    const numberWords = (field: string, given: number): string => {
      if (field.endsWith('Fen')) return money(fen(given))
      if (field === 'technicianId') return technicians?.find(({ id }) => id === given)?.name ?? String(given)
      if (field === 'faultCodeId' || field === 'repeatOfId') return text('anotherCode')
      return field === 'hours' ? hours(given) : count(given)
    }
    const whole = (line: Line) =>
      [
        head(line),
        ...Object.entries(line)
          .filter(([key, given]) => !silent.has(key) && given !== null && given !== '' && given !== false && given !== 0)
          .map(([key, given]) => `${label(key)} ${value(key, given)}`),
      ].join(' ')
    const line = (before: unknown, after: unknown): string => {
      if (!isLine(before)) return isLine(after) ? `＋ ${whole(after)}` : ''
      if (!isLine(after)) return `－ ${whole(before)}`
      const changed = Object.entries(after).filter(
        ([key, given]) => key !== 'id' && key !== 'partId' && JSON.stringify(given) !== JSON.stringify(before[key]),
      )
      return `${head(after)} · ${changed.map(([key, given]) => `${label(key)} ${value(key, before[key])} → ${value(key, given)}`).join(', ')}`
    }
    return { label, value, line }
  }, [text, word, label, technicians])
}
