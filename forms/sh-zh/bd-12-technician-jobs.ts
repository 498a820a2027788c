import type { FillContent } from '#domain/form-fill'
import { numberRoom } from '../define.ts'
import { wideTablePapers } from '../engine/profiles.ts'
import { column, field, filledFor, joint } from '../filled.ts'

/** SH-ZH/BD—12 维修人员工作情况统计表 (domain.md F12): the finished jobs of one technician in any period. */
export const technicianJobs = filledFor(({ grid, table, sign, note }) => ({
  id: 'F12',
  version: 1,
  profiles: wideTablePapers,
  words: {
    title: ['{company}售后服务中心', '维修人员工作情况统计表'],
    code: 'SH-ZH/BD—12',
    numberCode: 'BD12',
    note: '',
    copies: [{ key: 'station', label: '单位留存', stripe: 'white' }],
    signatories: ['制表', '审核'],
  },
  parts: [
    grid(4, [
      [
        { ...field('stationName', '单位', 'text', { max: 60, required: true }), span: 2 },
        joint('统计期间', '自 {periodFrom} 至 {periodTo}', [
          field('periodFrom', '统计期间自', 'date', { required: true }),
          field('periodTo', '统计期间至', 'date', { required: true }),
        ]),
      ],
      [
        field('technician', '姓名', 'text', { max: 20, required: true }),
        field('technicianCode', '工号', 'text', { max: 12 }),
        field('teamName', '班组', 'text', { max: 20 }),
        field('filledOn', '填表日期', 'date'),
      ],
    ]),
    table(
      'jobs',
      '完工明细',
      15,
      10,
      [
        column('finishedOn', '完工日期', 22, 'date', { required: true }),
        column('orderNo', '单号', 34, 'text', { required: true, whole: numberRoom }),
        column('customerName', '用户姓名', 22, 'text', { max: 60 }),
        column('model', '车型/型号', 28),
        column('frameNo', '车架号/机号', 40, 'text', { whole: 17 }),
        column('nature', '维修性质', 22, 'text', { max: 10, options: ['三包', '收费', '外出', '保养'] }),
        column('work', '故障及处理', 45, 'text', { max: 200 }),
        column('hours', '工时', 14, 'tenths', { sum: true }),
        column('laborAmount', '工时费', 18, 'amount', { sum: true }),
        column('callback', '回访结果', 18, 'text', { max: 20 }),
      ],
      { narrowLines: 3 },
    ),
    sign(),
    note(),
  ],
}))

export const technicianJobsSample: FillContent = {
  values: {
    stationName: '济南历下顺达摩托车维修服务站',
    periodFrom: '2026-11-01',
    periodTo: '2026-11-15',
    technician: '张卫东',
    technicianCode: '0731-03',
    teamName: '机修一组',
    filledOn: '2026-11-16',
  },
  tables: {
    jobs: [
      {
        finishedOn: '2026-11-02',
        orderNo: 'SD0731-WO-202611-0004',
        customerName: '李建华',
        model: 'QM125T-10',
        frameNo: 'LZZ1BLMJ4TJ465057',
        nature: '保养',
        work: '首次保养，更换机油，调整气门间隙。',
        hours: 6,
        laborAmount: 36_00,
        callback: '非常满意',
      },
      {
        finishedOn: '2026-11-05',
        orderNo: 'SD0731-WO-202611-0011',
        customerName: '济南顺风快递有限公司',
        model: 'QM200ZH-A',
        frameNo: 'LAELK2003S3B20914',
        nature: '收费',
        work: '后桥异响，更换半轴轴承两只。',
        hours: 22,
        laborAmount: 132_00,
        callback: '满意',
      },
      {
        finishedOn: '2026-11-07',
        orderNo: 'SD0731-WO-202611-0007',
        customerName: '王建国',
        model: 'QM150-3A',
        frameNo: 'LAELJ1509R2A10376',
        nature: '外出',
        work: '热车熄火，点火线圈断路；更换点火线圈总成，清理插接件。',
        hours: 11,
        laborAmount: 66_00,
        callback: '非常满意',
      },
      {
        finishedOn: '2026-11-13',
        orderNo: 'SD0731-WO-202611-0023',
        customerName: '周桂兰',
        model: 'QM100-2',
        frameNo: 'LAELC1004R2A08812',
        nature: '三包',
        work: '左减震器漏油，更换减震器总成。',
        hours: 8,
        laborAmount: 48_00,
        callback: '',
      },
    ],
  },
}
