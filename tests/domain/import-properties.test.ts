import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, daysBetween, localDate, localDateOf, localTimeOf, type LocalDate } from '#domain/dates'
import { vinCheckDigit } from '#domain/identity'
import { checkImport } from '#domain/import-check'
import { readDate, readHours, readMoney, readWallTime } from '#domain/import-cells'
import { importKinds, type ImportCell } from '#domain/import-result'
import { plainFen, fen } from '#domain/money'
import { sentences, type SentenceKey } from '#domain/sentences/index'
import { checkOrders, known, ordersBook, type Row } from './import-files.ts'

const silent = { refuse: () => null, warn: () => undefined }
const day = fc.integer({ min: 0, max: 6000 }).map((days) => addDays(localDate('2010-01-01'), days))
const clock = fc
  .integer({ min: 0, max: 1439 })
  .map((minute) => `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`)

function serialOf(date: LocalDate): number {
  return daysBetween(localDate('1899-12-30'), date)
}

test('a day is the same however it is written', () => {
  fc.assert(
    fc.property(day, (date) => {
      const [year = '', month = '', dayOfMonth = ''] = date.split('-')
      const short = [year, String(Number(month)), String(Number(dayOfMonth))]
      const forms: Exclude<ImportCell, null>[] = [
        date,
        { date },
        short.join('/'),
        short.join('.'),
        `${short[0]}年${short[1]}月${short[2]}日`,
        date.replaceAll('-', ''),
        `${date}T00:00:00.000Z`,
        `${date} 08:30:00`,
        `　${date} `,
      ]
      expect(forms.map((form) => readDate(form, silent))).toEqual(forms.map(() => date))
    }),
  )
})

test('a moment is the same as text and as an Excel serial number', () => {
  fc.assert(
    fc.property(day, clock, (date, time) => {
      const minutes = Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
      const fromNumber = readWallTime(serialOf(date) + minutes / 1440, silent)
      expect([fromNumber?.date, fromNumber?.time ?? '00:00', readWallTime(`${date} ${time}`, silent)]).toEqual([date, time, { date, time }])
    }),
    { numRuns: 50 },
  )
})

test('money survives the way into a cell, as text and as a number', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1_000_000_000 }), (cents) => {
      const text = plainFen(fen(cents))
      expect([readMoney(text, silent), readMoney(Number(text), silent), readMoney(`￥${text}元`, silent)]).toEqual([cents, cents, cents])
    }),
  )
})

test('hours survive in hundredths', () => {
  fc.assert(
    fc.property(fc.integer({ min: 10, max: 9990 }), (hundredths) => {
      expect([readHours(hundredths / 100, silent), readHours(`${hundredths / 100}小时`, silent)]).toEqual([hundredths, hundredths])
    }),
  )
})

const vin = fc.tuple(fc.stringMatching(/^L[A-HJ-NPR-Z0-9]{7}$/), fc.stringMatching(/^[A-HJ-NPR-Z0-9]{3}\d{5}$/)).map(([front, back]) => {
  const digit = vinCheckDigit(`${front}0${back}`) ?? '0'
  return `${front}${digit}${back}`
})
const words = fc
  .stringMatching(/^[喆犇赟䶮𬭎车机漏油][喆犇赟䶮𬭎车机漏油，。（） ]{0,20}[喆犇赟䶮𬭎车机漏油]$/u)
  .map((text) => text.replace(/ +/gu, ' '))
const cleanRow = fc.record({
  frameNo: vin,
  on: day,
  steps: fc.integer({ min: 0, max: 4 }),
  times: fc.array(clock, { minLength: 4, maxLength: 4 }).map((all) => all.toSorted()),
  name: words,
  symptom: words,
  phone: fc.stringMatching(/^1[3-9]\d{9}$/),
  mileage: fc.integer({ min: 0, max: 999_999 }),
  price: fc.integer({ min: 0, max: 100_000 }),
  quantity: fc.integer({ min: 1, max: 99 }),
})

test('clean rows come out as they went in', () => {
  fc.assert(
    fc.property(fc.uniqueArray(cleanRow, { minLength: 1, maxLength: 12, selector: ({ frameNo }) => frameNo }), (rows) => {
      const steps = ['送修时间', '维修开始', '维修结束', '交车时间']
      const orders: Row[] = rows.map(({ frameNo, on, times, name, symptom, phone, mileage, steps: reached }, index) => ({
        台账号: `L${index}`,
        报修日期: on,
        用户姓名: name,
        用户电话: phone,
        车型: 'CG125',
        车架号: frameNo,
        行驶里程: mileage,
        故障现象: symptom,
        故障原因: '磨损',
        维修措施: '更换',
        ...Object.fromEntries(steps.slice(0, reached).map((heading, step) => [heading, `${on} ${times[step] ?? ''}`])),
      }))
      const parts: Row[] = rows.map(({ price, quantity }, index) => ({
        台账号: `L${index}`,
        零件编号: `P${index}`,
        零件名称: '件',
        数量: quantity,
        单价: plainFen(fen(price)),
      }))
      const result = checkOrders({ orders, parts })
      expect({ rejected: result.rejected, read: result.read }).toEqual({ rejected: [], read: rows.length })
      expect(
        result.rows.map((order) => ({
          frameNo: order.frameNo,
          on: order.reportedOn,
          name: order.customerName,
          symptom: order.symptom,
          phone: order.phone,
          mileage: order.mileage,
          price: order.parts[0]?.unitPrice,
          quantity: order.parts[0]?.quantity,
          times: [order.receivedAt, order.startedAt, order.finishedAt, order.deliveredAt].map((at) =>
            at === null ? null : `${localDateOf(at)} ${localTimeOf(at)}`,
          ),
        })),
      ).toEqual(
        rows.map(({ frameNo, on, name, symptom, phone, mileage, price, quantity, times, steps: reached }) => ({
          frameNo,
          on,
          name,
          symptom,
          phone,
          mileage,
          price,
          quantity,
          times: times.map((time, step) => (step < reached ? `${on} ${time}` : null)),
        })),
      )
    }),
    { numRuns: 60 },
  )
})

const anyCell: fc.Arbitrary<ImportCell> = fc.oneof(
  fc.constant(null),
  fc.boolean(),
  fc.double(),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom('__proto__', 'constructor', '台账号', '=1+1', '#N/A', '工单'),
  day.map((date) => ({ date })),
)

function placesOf(key: SentenceKey): string[] {
  return [...sentences[key].matchAll(/\{(\w+)\}/g)].map(([, place = '']) => place)
}

test('no content whatever makes the check fail: it answers with readable remarks', () => {
  const kind = fc.constantFrom(...importKinds)
  const rows = fc.array(fc.array(anyCell, { maxLength: 30 }), { maxLength: 8 })
  fc.assert(
    fc.property(kind, rows, fc.array(fc.string()), (which, wild, names) => {
      const [orders, ...lines] = ordersBook()
      const headings = orders?.rows[0] ?? []
      const sheets = [
        { name: '工单', rows: [headings, ...wild] },
        ...lines,
        { name: '用户与车辆', rows: wild },
        ...names.map((name) => ({ name, rows: wild })),
      ]
      const { rejected, warnings } = checkImport(which, sheets, known)
      const said = [...rejected, ...warnings].flatMap(({ reason, remedy }) => [reason, remedy])
      expect(said.filter(({ key, params }) => placesOf(key).some((place) => params[place] === undefined))).toEqual([])
    }),
    { numRuns: 200 },
  )
})
