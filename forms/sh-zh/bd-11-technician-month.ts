import type { FillContent, FillRow } from '#domain/form-fill'
import { wideTablePapers } from '../engine/profiles.ts'
import { column, field, filledFor } from '../filled.ts'

/** SH-ZH/BD—11 维修人员工作情况月统计表 (domain.md F11, §5.2): one line for each technician. */
export const technicianMonth = filledFor(({ grid, table, sign, note }) => ({
  id: 'F11',
  version: 1,
  profiles: wideTablePapers,
  words: {
    title: ['{company}售后服务中心', '维修人员工作情况月统计表'],
    code: 'SH-ZH/BD—11',
    numberCode: 'BD11',
    note: '',
    copies: [{ key: 'station', label: '单位留存', stripe: 'white' }],
    signatories: ['制表', '审核', '站长'],
  },
  parts: [
    grid(3, [
      [
        field('stationName', '单位（盖章）', 'text', { max: 60, required: true }),
        field('period', '统计月份', 'text', { max: 20, required: true }),
        field('filledOn', '填表日期', 'date', { required: true }),
      ],
    ]),
    table('technicians', '维修人员', 12, 10, [
      column('name', '姓名', 22, 'text', { max: 20, required: true }),
      column('code', '工号', 18, 'text', { max: 12 }),
      column('grade', '岗位/等级', 20, 'text', { max: 20 }),
      column('attendanceDays', '出勤天数', 16, 'tenths', { sum: true }),
      column('dispatchCount', '派工次数', 18, 'count', { sum: true }),
      column('doneCount', '完工台次', 18, 'count', { sum: true }),
      column('warrantyCount', '其中三包', 16, 'count', { sum: true }),
      column('outCount', '外出次数', 18, 'count', { sum: true }),
      column('hours', '工时合计', 18, 'tenths', { sum: true }),
      column('laborAmount', '工时金额', 22, 'amount', { sum: true }),
      column('reworkCount', '返修次数', 16, 'count', { sum: true }),
      column('reworkRate', '返修率%', 16, 'tenths', { computed: { by: 'percent', from: ['reworkCount', 'doneCount'] } }),
      column('complaintCount', '投诉次数', 16, 'count', { sum: true }),
      column('callbackCount', '回访数', 0, 'count', { sum: true }),
      column('satisfiedCount', '回访满意数', 0, 'count', { sum: true }),
      column('satisfiedRate', '回访满意率%', 18, 'tenths', { computed: { by: 'percent', from: ['satisfiedCount', 'callbackCount'] } }),
      column('note', '备注', 11, 'text', { max: 20 }),
    ]),
    sign(),
    note(),
  ],
}))

function technician(
  name: string,
  code: string,
  grade: string,
  counts: readonly number[],
  [satisfiedCount, callbackCount]: readonly [number, number],
  note = '',
): FillRow {
  const [
    attendanceDays = 0,
    dispatchCount = 0,
    doneCount = 0,
    warrantyCount = 0,
    outCount = 0,
    hours = 0,
    laborAmount = 0,
    reworkCount = 0,
    complaintCount = 0,
  ] = counts
  const reworkRate = Math.round((reworkCount * 1000) / doneCount)
  const satisfiedRate = callbackCount === 0 ? null : Math.round((satisfiedCount * 1000) / callbackCount)
  return {
    name,
    code,
    grade,
    attendanceDays,
    dispatchCount,
    doneCount,
    warrantyCount,
    outCount,
    hours,
    laborAmount,
    reworkCount,
    reworkRate,
    complaintCount,
    callbackCount,
    satisfiedCount,
    satisfiedRate,
    note,
  }
}

export const technicianMonthSample: FillContent = {
  values: { stationName: '济南历下顺达摩托车维修服务站', period: '2026年11月', filledOn: '2026-12-01' },
  tables: {
    technicians: [
      technician('张卫东', '0731-03', '高级技师', [260, 64, 61, 38, 9, 1325, 7_950_00, 1, 0], [29, 30]),
      technician('刘海峰', '0731-05', '中级工', [250, 52, 50, 27, 6, 986, 5_916_00, 2, 1], [23, 25]),
      technician('赵立新', '0731-08', '中级工', [265, 57, 55, 31, 4, 1090, 6_540_00, 0, 0], [52, 53]),
      technician('孙晓明', '0731-11', '学徒', [180, 21, 19, 8, 0, 264, 1_584_00, 1, 0], [0, 0], '试用'),
    ],
  },
}
