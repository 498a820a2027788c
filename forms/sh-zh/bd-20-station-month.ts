import type { FillContent, FillRow } from '#domain/form-fill'
import { uprightPapers } from '../engine/profiles.ts'
import { column, field, filledFor, joint } from '../filled.ts'

/** Six cells in one row, as the blocks of the monthly reports have them. */
const six = { labelMm: 15, rowMm: 8 }

/** SH-ZH/BD—20 维修站工作情况月报表 (domain.md F20, §5.3); ends with 其它公司情况, free text about other makers. */
export const stationMonth = filledFor(({ grid, box, table, sign, note }) => ({
  id: 'F20',
  version: 1,
  profiles: uprightPapers,
  words: {
    title: ['维修站工作情况月报表'],
    code: 'SH-ZH/BD—20',
    numberCode: 'BD20',
    note: '',
    copies: [
      { key: 'station', label: '第一联 维修站存', stripe: 'white' },
      { key: 'maker', label: '第二联 厂方售后服务部', stripe: 'pink' },
    ],
    signatories: ['制表', '审核', '维修站盖章', '日期'],
  },
  parts: [
    grid(2, [
      [
        field('stationName', '维修站', 'text', { max: 60, required: true }),
        field('stationCode', '站代码', 'text', { max: 20, required: true }),
      ],
      [
        field('period', '报表月份', 'text', { max: 20, required: true }),
        joint('站长/电话', '{chief} / {stationPhone}', [
          field('chief', '站长', 'text', { max: 20 }),
          field('stationPhone', '电话', 'text', { max: 20 }),
        ]),
      ],
    ]),
    table(
      'models',
      '维修情况',
      5,
      8,
      [
        column('model', '车型', 30),
        column('received', '接待台次', 16, 'count', { sum: true }),
        column('done', '完工台次', 16, 'count', { sum: true }),
        column('warranty', '三包维修', 16, 'count', { sum: true }),
        column('presale', '售前维修', 14, 'count', { sum: true }),
        column('paid', '收费维修', 14, 'count', { sum: true }),
        column('maintenance', '首保/定保', 16, 'count', { sum: true }),
        column('outings', '外出', 14, 'count', { sum: true }),
        column('rework', '返修', 12, 'count', { sum: true }),
        column('open', '未完工', 14, 'count', { sum: true }),
        column('note', '备注', 10, 'text', { max: 20 }),
      ],
      { heading: true },
    ),
    grid(
      6,
      [
        [
          field('amountLabour', '工时费', 'amount'),
          field('amountParts', '材料费', 'amount'),
          field('amountOutings', '外出费', 'amount'),
          field('amountOther', '其他', 'amount'),
          field('amountClaimed', '索赔申报额', 'amount'),
          field('amountApproved', '厂方核定额', 'amount'),
        ],
      ],
      { title: '费用（元）', ...six },
    ),
    grid(
      6,
      [
        [
          field('oldPartsDue', '应返旧件', 'count'),
          field('oldPartsSent', '已返旧件', 'count'),
          field('oldPartsLate', '逾期未返', 'count'),
          field('oldPartsRejected', '驳回件数', 'count'),
          field('requests', '求援次数', 'count'),
          field('requestsOpen', '求援未还', 'count'),
        ],
      ],
      { title: '旧件与配件', ...six },
    ),
    grid(
      6,
      [
        [
          field('complaints', '投诉数', 'count'),
          field('complaintsClosed', '已处理', 'count'),
          field('callbacks', '回访数', 'count'),
          field('satisfiedRate', '满意率', 'tenths', { unit: '%' }),
          field('visits', '走访户数', 'count'),
          field('feedbacks', '质量信息反馈数', 'count'),
        ],
      ],
      { title: '用户服务', ...six },
    ),
    table(
      'faults',
      '主要故障',
      5,
      10,
      [
        column('partName', '零件名称', 60),
        column('faultMode', '故障模式', 50),
        column('pieces', '件数', 30, 'count'),
        column('share', '占比%', 30, 'tenths'),
      ],
      { heading: true },
    ),
    grid(
      4,
      [
        [
          field('staff', '在岗人数', 'count'),
          field('technicians', '维修工数', 'count'),
          field('trainings', '本月培训次数', 'count'),
          field('equipment', '设备变动', 'text', { max: 60 }),
        ],
      ],
      { title: '人员与培训', labelMm: 20, rowMm: 8 },
    ),
    box('存在问题与建议', 25, field('problems', '存在问题与建议', 'text', { max: 400 })),
    box('其它公司情况', 25, field('competitors', '其它公司情况', 'text', { max: 400 })),
    sign({ seal: true, shares: [1, 1, 1.42, 1] }),
    note(),
  ],
}))

function model(
  name: string,
  [received = 0, done = 0, warranty = 0, presale = 0, paid = 0, maintenance = 0, outings = 0, rework = 0, open = 0]: readonly number[],
): FillRow {
  return { model: name, received, done, warranty, presale, paid, maintenance, outings, rework, open, note: '' }
}

export const stationMonthSample: FillContent = {
  values: {
    stationName: '济南历下顺达摩托车维修服务站',
    stationCode: 'SD0731',
    period: '2026年11月',
    chief: '王振华',
    stationPhone: '0531-8612 3456',
    amountLabour: 21_990_00,
    amountParts: 38_462_50,
    amountOutings: 1_786_00,
    amountOther: 320_00,
    amountClaimed: 26_418_40,
    amountApproved: 24_905_10,
    oldPartsDue: 61,
    oldPartsSent: 58,
    oldPartsLate: 3,
    oldPartsRejected: 2,
    requests: 9,
    requestsOpen: 2,
    complaints: 2,
    complaintsClosed: 2,
    callbacks: 151,
    satisfiedRate: 956,
    visits: 12,
    feedbacks: 4,
    staff: 9,
    technicians: 4,
    trainings: 2,
    equipment: '新增四轮定位仪一台',
    problems: 'QM150-3A 点火线圈热态断路集中发生，建议改进壳体密封；后减震器缺件，平均待件 9 天，请增加储备。',
    competitors: '本地另一品牌 150 型三轮降价 300 元，整车三包由一年改为十八个月；新开服务站一家（经十路），外出免里程费。',
  },
  tables: {
    models: [
      model('QM150-3A', [88, 85, 49, 3, 21, 12, 11, 2, 5]),
      model('QM125T-10', [52, 51, 29, 2, 8, 12, 3, 1, 2]),
      model('QM200ZH-A', [34, 31, 20, 0, 9, 2, 5, 1, 4]),
      model('QM100-2', [20, 18, 6, 1, 9, 2, 0, 0, 2]),
    ],
    faults: [
      { partName: '点火线圈总成', faultMode: '断路', pieces: 14, share: 135 },
      { partName: '后减震器总成', faultMode: '渗漏', pieces: 11, share: 106 },
      { partName: '驱动皮带', faultMode: '磨损', pieces: 8, share: 77 },
      { partName: '启动继电器', faultMode: '卡滞', pieces: 6, share: 58 },
      { partName: '仪表总成', faultMode: '功能失效', pieces: 5, share: 48 },
    ],
  },
}
