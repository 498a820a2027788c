import { describe, expect, test } from 'vitest'
import { statusReached } from '#domain/import-dates'
import { checkOrders, inWords, known, labourLine, order, outingLine, partLine, type Row } from './import-files.ts'

const imported = {
  row: 2, ledgerNo: 'T2026-0158', makerCode: 'DEMO', repairType: 'general', nature: 'warranty', reportedOn: '2026-03-02',
  receivedAt: '2026-03-02T01:10:00.000Z', startedAt: '2026-03-02T02:00:00.000Z', finishedAt: '2026-03-02T07:30:00.000Z', deliveredAt: '2026-03-02T09:00:00.000Z',
  customerName: '周志强', phone: '13807310001', address: '长沙市望城区金山桥街道 12 号', senderName: null, senderPhone: null, modelCode: 'CG125', model: '示例 125',
  frameNo: 'LZZ1BLMJ4TJ465057', legacyFrameNo: false, engineNo: '1P52FMI*24A01234', plateNo: '湘A12345', purchasedOn: '2025-06-18', invoiceNo: '04300251',
  mileage: 5320, symptom: '发动机异响', cause: '凸轮轴磨损', measure: '更换凸轮轴', technician: { code: 'J01', name: '张海涛' }, note: null,
  parts: [], labour: [], outings: [],
}

describe('a good work order', () => {
  test('becomes a typed row with its lines, blanks filled as 填写说明 says', () => {
    expect(checkOrders({ parts: [partLine], labour: [labourLine], outings: [outingLine] })).toEqual({
      kind: 'work-orders', read: 1, unchanged: [], rejected: [], rejectedTotal: 0, warnings: [], warningsTotal: 0,
      rows: [{
        ...imported,
        repairType: 'outing',
        parts: [{
          row: 2, partCode: '14101-KRM-8400', partName: '凸轮轴', onFile: true, quantity: 1, unitPrice: 8650, faultMode: 'worn', oldPartNo: null, supplyMode: 'stock', note: null,
        }],
        labour: [{ row: 2, code: 'E0105', name: '更换凸轮轴', onFile: true, hours: 150, rate: 4000, technician: null }],
        outings: [{ row: 2, place: '宁乡市', oneWayKm: 38, people: 1, days: 1, transport: 6000, lodging: 0, meals: 0 }],
      }],
    })
  })

  test('may be written the way people write: full width, blanks, close words, any date form', () => {
    const result = checkOrders({ orders: [{
      ...order, 台账号: ' ｔ２０２６－０１５８ ', 维修类别: '普通维修', 性质: '保修', 报修日期: { date: '2026-03-02' }, 送修时间: 46083.38194444444,
      维修开始: '2026/3/2 10:00', 维修结束: '2026年3月2日15点30分', 交车时间: { date: '2026-03-02 17:00' }, 用户电话: 13807310001, 车型: '示例125', 车架号: 'lzz1-blmj4-tj465057',
      购车日期: '2025.6.18', 行驶里程: '5,320 公里', 车牌号: '湘A·12345', 修理工: 'j01', 用户姓名: '　周志强　',
    }] })
    expect({ rows: result.rows, rejected: inWords(result.rejected), warnings: result.warnings }).toEqual({ rows: [imported], rejected: [], warnings: [] })
  })

  test('with days instead of times follows each step on the one before', () => {
    const { rows } = checkOrders({ orders: [{ ...order, 送修时间: '2026-03-02 09:10', 维修开始: '2026-03-02', 维修结束: '2026-03-03', 交车时间: '20260303' }] })
    expect(rows.map(({ receivedAt, startedAt, finishedAt, deliveredAt }) => [receivedAt, startedAt, finishedAt, deliveredAt])).toEqual([
      ['2026-03-02T01:10:00.000Z', '2026-03-02T01:10:00.000Z', '2026-03-02T16:00:00.000Z', '2026-03-02T16:00:00.000Z'],
    ])
  })

  test('is placed as far as its dates carry it', () => {
    const steps = ['送修时间', '维修开始', '维修结束', '交车时间']
    const orders = [0, 1, 2, 3, 4].map((reached) => ({ ...order, 台账号: `P${reached}`, ...Object.fromEntries(steps.slice(reached).map((heading) => [heading, null])) }))
    expect(checkOrders({ orders }).rows.map(statusReached)).toEqual(['reported', 'waiting', 'repairing', 'finished', 'delivered'])
  })

  test('imported before stays as it is, and its lines are not looked at', () => {
    const again = { ...order, 台账号: 'T2025-0001', 车型: '没有的车型' }
    const result = checkOrders({ orders: [order, again], parts: [{ ...partLine, 台账号: 'T2025-0001', 零件编号: '没有' }] })
    expect({ ...result, rows: result.rows.length }).toEqual({
      kind: 'work-orders', read: 2, rows: 1, unchanged: [{ row: 3, key: 'T2025-0001' }], rejected: [], rejectedTotal: 0, warnings: [], warningsTotal: 0,
    })
  })
})

const badOrders: readonly (readonly [string, Row, string])[] = [
  ['no ledger number', { 台账号: null }, '工单 2 台账号「」：必填，现在是空的 → 填写台账号'],
  ['no customer', { 用户姓名: '  ' }, '工单 2 用户姓名「  」：必填，现在是空的 → 填写用户姓名'],
  ['a name too long', { 用户姓名: '喆'.repeat(61) }, `工单 2 用户姓名「${'喆'.repeat(60)}…」：有 61 个字，最多 60 个 → 缩短到 60 个字以内`],
  ['a symptom too long', { 故障现象: '𬭎'.repeat(201) }, `工单 2 故障现象「${'𬭎'.repeat(30)}…」：有 201 个字，最多 200 个 → 缩短到 200 个字以内`],
  ['a date that is text', { 报修日期: '昨天' }, '工单 2 报修日期「昨天」：不是日期 → 写成 2026-01-31 这样，或把单元格设为日期格式'],
  ['no such day', { 报修日期: '2026-02-30' }, '工单 2 报修日期「2026-02-30」：日历上没有这一天 → 核对年、月、日'],
  ['two-digit year', { 报修日期: '26-3-2' }, '工单 2 报修日期「26-3-2」：年份只有两位，看不出是哪一年 → 写出四位年份，如 2026-01-31'],
  ['a year that cannot be', { 购车日期: '1955-01-01' }, '工单 2 购车日期「1955-01-01」：年份不合情理（1955-01-01） → 日期应在 1980 年以后，请核对'],
  ['a number that is no date', { 报修日期: 12 }, '工单 2 报修日期「12」：不是日期 → 写成 2026-01-31 这样，或把单元格设为日期格式'],
  ['a time of day that is none', { 送修时间: '2026-03-02 25:10' }, '工单 2 送修时间「2026-03-02 25:10」：不是日期时间 → 写成 2026-01-31 14:30 这样，24 小时制'],
  ['reported tomorrow', { 报修日期: '2026-11-23', 送修时间: null, 维修开始: null, 维修结束: null, 交车时间: null },
    '工单 2 报修日期「2026-11-23」：晚于今天（2026-11-22） → 填写实际发生的日期；还没有发生的留空'],
  ['reported before bought', { 购车日期: '2026-03-03' }, '工单 2 报修日期「2026-03-02」：早于购车日期（2026-03-03） → 核对两个日期：报修日期不能早于购车日期'],
  ['finished before reported', { 报修日期: '2026-03-04' }, '工单 2 维修结束「2026-03-02 15:30」：早于报修日期（2026-03-04） → 核对两个日期：维修结束不能早于报修日期'],
  ['finished before started', { 维修结束: '2026-03-02 09:30' },
    '工单 2 维修结束「2026-03-02 09:30」：早于维修开始（2026-03-02 10:00） → 核对两个日期：维修结束不能早于维修开始'],
  ['delivered without end', { 维修结束: null }, '工单 2 维修结束「」：填了交车时间，却没有维修结束 → 补填维修结束；还没有到这一步的话清空交车时间'],
  ['started without arrival', { 送修时间: null }, '工单 2 送修时间「」：填了维修开始，却没有送修时间 → 补填送修时间；还没有到这一步的话清空维修开始'],
  ['finished without cause', { 故障原因: null }, '工单 2 故障原因「」：填了维修结束，却没有故障原因 → 补填故障原因；还没有修完的话清空维修结束'],
  ['finished without measure', { 维修措施: null }, '工单 2 维修措施「」：填了维修结束，却没有维修措施 → 补填维修措施；还没有修完的话清空维修结束'],
  ['a phone with a digit missing', { 用户电话: '1380731000' },
    '工单 2 用户电话「1380731000」：不是可用的电话号码 → 手机 11 位，如 13812345678；座机带区号，如 0731-88881234；国外号码以 + 开头；一格只写一个号码'],
  ['a VIN with a character missing', { 车架号: 'LZZ1BLMJ4TJ46505' },
    '工单 2 车架号「LZZ1BLMJ4TJ46505」：车架号（VIN）应是 17 位，这里有 16 位 → 照车架上的钢印或行驶证核对，补足 17 位；确是老车的旧车架号，在前面写一个「旧」字'],
  ['a VIN with O for 0', { 车架号: 'LZZ1BLMJ4TJ4650S7'.replace('S', 'O') }, '工单 2 车架号「LZZ1BLMJ4TJ4650O7」：车架号（VIN）里不能有 O → 字母 I、O、Q 不用于车架号，通常是数字 1、0；请照钢印核对'],
  ['a VIN whose repair fits', { 车架号: 'LDC613P23AI3O5189' }, '工单 2 车架号「LDC613P23AI3O5189」：车架号（VIN）里不能有 I、O → 照钢印核对，是不是 LDC613P23A1305189；确实如此可以不改'],
  ['mileage with decimals', { 行驶里程: 12.5 }, '工单 2 行驶里程「12.5」：应是整数 → 只填数字，不带小数'],
  ['mileage beyond the odometer', { 行驶里程: 1_000_000 }, '工单 2 行驶里程「1000000」：应在 0 到 999999 之间 → 核对后填写 0 到 999999 之间的数'],
  ['an unknown word', { 性质: '白送' }, '工单 2 性质「白送」：不是可用的词 → 改为其中之一：三包、收费、混合、保外特批'],
  ['an unknown manufacturer', { 厂方代码: 'XYZ' }, '工单 2 厂方代码「XYZ」：没有登记这个厂方代码 → 改为其中之一：DEMO；或先登记这个厂方'],
  ['a formula in error', { 发票号: '#REF!' }, '工单 2 发票号「#REF!」：单元格是出错的公式（#REF!） → 改成直接填写内容'],
  ['a code Excel made a date', { 发票号: { date: '2026-03-02' } }, '工单 2 发票号「2026-03-02」：这里应是文字，单元格却是日期 → 把单元格设为「文本」格式后重新填写'],
  ['a number Excel cut off', { 发票号: 1.2345678901234568e17 },
    '工单 2 发票号「123456789012345680」：是超过 15 位的数字，Excel 已经把末尾几位改成了 0 → 把这一列设为「文本」格式，重新填写这个号码'],
  ['a number Excel made scientific', { 发票号: '1.23457E+17' },
    '工单 2 发票号「1.23457E+17」：被 Excel 改成了科学记数法，原来的数字已经看不全 → 把这一列设为「文本」格式，重新填写这个号码'],
]

describe('a bad work order is left out and told by sheet, row, column, reason and remedy', () => {
  test.each(badOrders)('%s', (_, change, told) => {
    const { rows, rejected } = checkOrders({ orders: [{ ...order, ...change }] })
    expect({ rows, rejected: inWords(rejected) }).toEqual({ rows: [], rejected: [told] })
  })

  test('every bad cell of a row is told at once, and the good rows stay', () => {
    const bad = { ...order, 台账号: 'T2', 用户电话: '12', 行驶里程: '很多', 报修日期: null }
    const { read, rows, rejected } = checkOrders({ orders: [bad, order] })
    expect({ read, rows: rows.map(({ row }) => row), cells: rejected.map(({ row, column }) => [row, column]) }).toEqual({
      read: 2, rows: [3], cells: [[2, '报修日期'], [2, '用户电话'], [2, '行驶里程']],
    })
  })

  test('two manufacturers: an empty code is refused', () => {
    const two = { ...known, manufacturers: [...known.manufacturers, { code: 'B', name: '乙厂', shortName: '', active: true }] }
    expect(inWords(checkOrders({}, two).rejected)).toEqual(['工单 2 厂方代码「」：本站登记了 2 个厂方，看不出是哪一个 → 填写厂方代码，可用：DEMO、B'])
  })

  test('no manufacturer on file', () => {
    expect(inWords(checkOrders({}, { ...known, manufacturers: [] }).rejected)).toEqual(['工单 2 厂方代码「」：还没有登记厂方 → 先登记厂方，再导入'])
  })

  test('a model name that fits two models', () => {
    const [first] = known.models
    if (first === undefined) throw new Error('no model')
    const twins = { ...known, models: [first, { ...first, code: 'CG125A' }] }
    expect(inWords(checkOrders({ orders: [{ ...order, 车型: '示例 125' }] }, twins).rejected)).toEqual([
      '工单 2 车型「示例 125」：车型目录里有 2 个车型都叫这个名称 → 改填车型代码：CG125、CG125A',
    ])
  })

  test('a VIN with a wrong check digit stops where the policy blocks it', () => {
    const { rejected } = checkOrders({ orders: [{ ...order, 车架号: 'LZZ1BLMJ5TJ465057' }] }, { ...known, vinCheck: 'block' })
    expect(inWords(rejected)).toEqual(['工单 2 车架号「LZZ1BLMJ5TJ465057」：车架号（VIN）第 9 位校验不符 → 照钢印或铭牌核对'])
  })

  test('what is wrong with a line is said once, though its ledger number stands twice', () => {
    const { rejected } = checkOrders({ orders: [order, { ...order, 车架号: 'LZZ1BLMJ0TJ465058' }], parts: [{ 台账号: 'T2026-0158', 零件编号: '无此件', 数量: 1 }] })
    expect(rejected.map(({ sheet, row, column }) => [sheet, row, column])).toEqual([['工单', 3, '台账号'], ['零件', 2, '零件名称']])
  })

  test('a ledger number that stands twice: both orders are left out', () => {
    const { rows, rejected } = checkOrders({ orders: [order, { ...order, 报修日期: '2026-03-01' }] })
    expect({ rows, rejected: inWords(rejected) }).toEqual({
      rows: [], rejected: ['工单 3 台账号「T2026-0158」：与第 2 行的台账号相同 → 一张工单一个台账号，改正其中一行'],
    })
  })

  test('the same vehicle with another model, engine or purchase date', () => {
    const { rows, rejected } = checkOrders({ orders: [order, { ...order, 台账号: 'T2', 购车日期: '2025-06-19', 发动机号: '9999999' }] })
    expect({ rows: rows.map(({ row }) => row), rejected: inWords(rejected) }).toEqual({
      rows: [2],
      rejected: [
        '工单 3 发动机号「9999999」：与第 2 行的同一辆车不一致：那里的发动机号是 1P52FMI*24A01234 → 照实物核对，改成一致',
        '工单 3 购车日期「2025-06-19」：与第 2 行的同一辆车不一致：那里的购车日期是 2025-06-18 → 照实物核对，改成一致',
      ],
    })
  })
})

const doubtful: readonly (readonly [string, Row, string])[] = [
  ['a wrong check digit', { 车架号: 'LZZ1BLMJ5TJ465057' }, '工单 2 车架号「LZZ1BLMJ5TJ465057」：车架号（VIN）第 9 位校验不符，多半是抄错了一位 → 照钢印核对；确实如此可以不改'],
  ['a model not on file', { 车型: 'GN250' }, '工单 2 车型「GN250」：车型目录里没有，按目录外车型收下（同样的只提示一次） → 核对车型代码或名称；新车型可先录入车型目录'],
  ['a technician not on file', { 修理工: '王五' }, '工单 2 修理工「王五」：人员里没有这位修理工，只记下姓名（同样的只提示一次） → 核对姓名或工号；新人可先录入人员'],
  ['two technicians of one name', { 修理工: '李明' }, '工单 2 修理工「李明」：有 2 位修理工同名，只记下姓名（同样的只提示一次） → 改填工号：J02、J03'],
  ['a strange plate', { 车牌号: '12345' }, '工单 2 车牌号「12345」：不像车牌号，照原样收下 → 如 湘A12345；没有牌照的填 无牌'],
  ['a strange engine number', { 发动机号: '12' }, '工单 2 发动机号「12」：不像发动机（电动机）号（4–25 位字母、数字、*、-、/），照原样收下 → 照钢印核对'],
  ['a foreign phone', { 用户电话: '+44 20 7946 0958' }, '工单 2 用户电话「+44 20 7946 0958」：是国外或其他号码，照原样收下 → 核对号码'],
  ['no start of repair', { 维修开始: null }, '工单 2 维修开始「」：没有维修开始，按送修时间计 → 知道的话补填维修开始'],
  ['invisible characters', { 用户姓名: '周\u202E志\u0007强' }, '工单 2 用户姓名「周□志□强」：含有看不见的控制字符 U+202E、U+0007，已去掉 → 核对去掉后的内容：周志强'],
]

describe('a doubtful work order is taken with a warning', () => {
  test.each(doubtful)('%s', (_, change, told) => {
    const { rows, rejected, warnings } = checkOrders({ orders: [{ ...order, ...change }] })
    expect({ rows: rows.length, rejected, warnings: inWords(warnings) }).toEqual({ rows: 1, rejected: [], warnings: [told] })
  })

  test('an old frame number: marked 旧, or of a model not on file, or of a model without VIN', () => {
    const marked = { ...order, 台账号: 'A', 车架号: '旧 JL-12345678', 发动机号: 'ENG001' }
    const strange = { ...order, 台账号: 'B', 车型: 'GN250', 车架号: 'AB*123456', 发动机号: 'ENG002' }
    const tricycle = { ...order, 台账号: 'C', 车型: 'SL110', 车架号: 'SL12345678', 发动机号: 'ENG003' }
    const { rows, rejected } = checkOrders({ orders: [marked, strange, tricycle] })
    expect({ rejected, frames: rows.map(({ frameNo, legacyFrameNo }) => [frameNo, legacyFrameNo]) }).toEqual({
      rejected: [], frames: [['JL-12345678', true], ['AB*123456', true], ['SL12345678', false]],
    })
  })

  test('the odometer of a vehicle runs back', () => {
    const later = { ...order, 台账号: 'T3', 报修日期: '2026-05-01', 送修时间: null, 维修开始: null, 维修结束: null, 交车时间: null, 行驶里程: 4000 }
    expect(inWords(checkOrders({ orders: [later, order] }).warnings)).toEqual([
      '工单 2 行驶里程「4000」：比同一辆车更早的工单（第 3 行，5,320 km）里程还小 → 核对里程；确实换过里程表的可以不改',
    ])
  })

  test('another vehicle has the same engine number', () => {
    const other = { ...order, 台账号: 'T3', 车架号: 'LDC613P23A1305189' }
    expect(inWords(checkOrders({ orders: [order, other] }).warnings)).toEqual([
      '工单 3 发动机号「1P52FMI*24A01234」：与第 2 行的另一辆车发动机号相同 → 照钢印核对两辆车的发动机号',
    ])
  })

  test('the same unknown model is told once', () => {
    const orders = Array.from({ length: 5 }, (_, index) => ({ ...order, 台账号: `N${index}`, 车型: 'GN250' }))
    expect(checkOrders({ orders }).warnings.map(({ row }) => row)).toEqual([2])
  })
})
