import type { CatalogueForImport } from '#db/queries/import-known'
import { addDays, localDate } from '#domain/dates'
import { vinCheckDigit } from '#domain/identity'
import type { FilledRows } from '#tests/support/filled-workbook'
import { pick, seeded } from './measure.ts'

const lastDay = localDate('2026-11-20')
const years = 4

/** Rows of a ledger in the layout of settled.md 1, oldest first; every third order is about a vehicle that came before. */
export function ledgerRows({ models, parts, labourCodes, technicians }: CatalogueForImport, orders: number): FilledRows {
  const chance = seeded(11)
  const motorcycles = models.filter(({ usesVin }) => usesVin)
  const jobs = Array.from({ length: orders }, (_, index) => {
    const vehicle = index % 3 === 2 ? Math.floor(chance() * index * 0.6) : index
    const model = pick(motorcycles, (vehicle * 0.618) % 1)
    const day = addDays(lastDay, -Math.round(((orders - index) / orders) * years * 365))
    return {
      台账号: `T${String(index + 1).padStart(6, '0')}`,
      报修日期: day,
      送修时间: `${day} 09:10`,
      维修开始: `${day} 10:00`,
      维修结束: `${day} 15:30`,
      交车时间: `${day} 17:00`,
      用户姓名: `${pick([...'王李张刘陈杨赵黄周吴'], (vehicle * 0.37) % 1)}${pick([...'建志国华明伟秀丽芳军'], (vehicle * 0.71) % 1)}${pick([...'强平东海英春梅红斌勇'], (vehicle * 0.13) % 1)}`,
      用户电话: `138${String(10_000_000 + vehicle * 7).slice(-8)}`,
      用户地址: `示例市城东区迎春东路${1 + (vehicle % 300)}号`,
      车型: model.code,
      车架号: frameNumber(vehicle),
      发动机号: `SL156FMI-${String(vehicle).padStart(8, '0')}`,
      购车日期: addDays(localDate('2022-06-01'), vehicle % 120),
      发票号: String(10_000_000 + vehicle),
      行驶里程: 500 + index,
      故障现象: '行驶中突然熄火，等二十分钟后能着车',
      故障原因: '点火线圈次级断路',
      维修措施: '更换点火线圈总成，试车正常',
      修理工: pick(technicians, chance()).name,
    }
  })
  return {
    工单: jobs,
    零件: jobs.flatMap(({ 台账号 }) =>
      [pick(parts, chance()), pick(parts, chance())].map((part) => ({
        台账号,
        零件编号: part.code,
        零件名称: part.name,
        数量: 1,
        单价: part.priceFen / 100,
        供货方式: '储备',
      })),
    ),
    工时: jobs.map(({ 台账号, 修理工 }) => ({ 台账号, 工时代码: pick(labourCodes, chance()).code, 工时: 0.8, 工时单价: 60, 修理工 })),
  }
}

function frameNumber(vehicle: number): string {
  const blank = `LXSMCGLA0TA${String(vehicle).padStart(6, '0')}`
  return `${blank.slice(0, 8)}${vinCheckDigit(blank) ?? '0'}${blank.slice(9)}`
}
