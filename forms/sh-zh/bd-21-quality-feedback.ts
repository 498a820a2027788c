import type { FillContent } from '#domain/form-fill'
import { uprightPapers } from '../engine/profiles.ts'
import { column, field, filledFor, joint } from '../filled.ts'

/** SH-ZH/BD—21 XX维修站质量信息反馈表 (domain.md F21): one quality event, the maker's answer under it. */
export const qualityFeedback = filledFor(({ grid, box, table, sign, note }) => ({
  id: 'F21',
  version: 1,
  profiles: uprightPapers,
  words: {
    title: ['{stationName}', '质量信息反馈表'],
    code: 'SH-ZH/BD—21',
    numberCode: 'BD21',
    note: '',
    copies: [
      { key: 'maker', label: '第一联 厂方', stripe: 'white' },
      { key: 'station', label: '第二联 维修站存', stripe: 'pink' },
    ],
    signatories: ['填报人', '站长', '盖章', '日期'],
  },
  parts: [
    grid(3, [
      [
        field('no', '编号', 'number'),
        field('filledOn', '填报日期', 'date', { required: true }),
        field('level', '信息类别', 'choice', { options: ['普通', '严重', '批量'], required: true }),
      ],
      [
        field('stationName', '维修站', 'text', { max: 60, required: true }),
        field('stationCode', '站代码', 'text', { max: 20 }),
        joint('填报人/电话', '{filledBy} / {stationPhone}', [
          field('filledBy', '填报人', 'text', { max: 20, required: true }),
          field('stationPhone', '填报人电话', 'text', { max: 20 }),
        ]),
      ],
      [
        field('customerName', '用户姓名', 'text', { max: 60 }),
        field('customerPhone', '电话', 'text', { max: 20 }),
        field('customerAddress', '地址', 'text', { max: 80 }),
      ],
      [
        field('model', '车型', 'text', { required: true }),
        field('frameNo', '车架号', 'text', { required: true }),
        field('engineNo', '发动机号'),
      ],
      [field('manufacturedOn', '出厂日期', 'date'), field('purchasedOn', '购车日期', 'date'), field('failedOn', '故障日期', 'date')],
      [
        field('mileageKm', '行驶里程', 'count', { unit: 'km' }),
        field('usage', '车辆用途', 'text', { max: 20, options: ['自用', '营运', '公务', '租赁', '售前（商品车）'] }),
        field('repairedOn', '维修日期', 'date'),
      ],
      [
        { ...field('grade', '故障属性', 'choice', { options: ['A重大及危害', 'B主要', 'C次要', 'D持续改进'] }), span: 2 },
        field('maintained', '是否按时保养', 'choice', { options: ['是', '否'] }),
      ],
      [
        joint(
          '同车同故障',
          '{repeated}　第 {repeatTimes} 次',
          [field('repeated', '同车同故障', 'choice', { options: ['否', '是'] }), field('repeatTimes', '第几次', 'count')],
          2,
        ),
        field('attached', '附件', 'choices', { options: ['照片', '实物', '视频'] }),
      ],
    ]),
    box(
      '故障出现时',
      17,
      field('conditions', '工况', 'choices', { options: ['启动', '怠速', '加速', '制动', '转向', '冷车', '热车', '满载', '空载'] }),
      field('road', '路面', 'choices', { options: ['平坦', '凹凸', '砂石', '结冰', '积雪', '积水', '上坡', '下坡', '其它'] }),
      field('weather', '天气', 'choices', { options: ['晴', '干燥', '雾', '雨', '雪'] }),
      joint('车速/转速', '{speed} km/h　{revolutions} rpm', [
        field('speed', '车速（km/h）', 'count'),
        field('revolutions', '转速（rpm）', 'count'),
      ]),
    ),
    box('故障现象', 25, field('statement', '故障现象', 'text', { max: 200, required: true })),
    box('检查结论及原因分析', 25, field('finding', '检查结论及原因分析', 'text', { max: 200 })),
    box('处理方法及结果', 20, field('measure', '处理方法及结果', 'text', { max: 200 })),
    box('建议', 15, field('suggestion', '建议', 'text', { max: 200 })),
    table('parts', '故障件', 2, 10, [
      column('partCode', '故障件编号', 32),
      column('partName', '故障件名称', 38),
      column('supplier', '生产厂家', 32),
      column('qty', '数量', 14, 'count'),
      column('faultMode', '故障模式', 34),
      column('replaced', '更换状态', 20, 'text', { max: 10, options: ['已更换', '尚未更换', '未涉及'] }),
    ]),
    grid(
      2,
      [
        [field('replyTechnical', '技术意见', 'text', { max: 200 })],
        [
          field('replyDuty', '责任单位'),
          joint('回复人/日期', '{replyBy}　{replyOn}', [
            field('replyBy', '回复人', 'text', { max: 20 }),
            field('replyOn', '回复日期', 'date'),
          ]),
        ],
        [field('replyTemporary', '临时措施', 'text', { max: 100 }), field('replyPermanent', '永久措施', 'text', { max: 100 })],
      ],
      { title: '厂方处理意见', labelMm: 22, rowMm: 8 },
    ),
    sign({ seal: true, shares: [1, 1, 1.25, 1] }),
    note(),
  ],
}))

export const qualityFeedbackSample: FillContent = {
  values: {
    filledOn: '2026-11-08',
    level: '批量',
    stationName: '济南历下顺达摩托车维修服务站',
    stationCode: 'SD0731',
    filledBy: '张卫东',
    stationPhone: '0531-8612 3456',
    customerName: '王建国',
    customerPhone: '138 0531 2266',
    customerAddress: '济南市历城区唐王镇司家村 118 号',
    model: 'QM150-3A',
    frameNo: 'LAELJ1509R2A10376',
    engineNo: '162FMJ24A10376',
    manufacturedOn: '2026-02-11',
    purchasedOn: '2026-04-18',
    failedOn: '2026-11-05',
    mileageKm: 4830,
    usage: '自用',
    repairedOn: '2026-11-07',
    grade: 'B主要',
    maintained: '是',
    repeated: '是',
    repeatTimes: 2,
    conditions: ['加速', '热车', '满载'],
    road: ['砂石', '上坡'],
    weather: ['晴', '干燥'],
    speed: 35,
    revolutions: 4500,
    statement: '行驶中突然熄火，等二十分钟后能着车，热车后又熄火，加油无力。本月同批次已发生 6 台。',
    finding: '点火线圈热态断路，次级电阻测量无穷大，冷态恢复；壳体有裂纹进水痕迹，生产批号均为 2601。',
    measure: '更换点火线圈总成，清理插接件并涂防水脂，试车 10 km 正常。',
    suggestion: '建议供应商改进壳体灌封工艺，2601 批次库存件暂停发放。',
    attached: ['照片', '实物'],
    replyTechnical: '',
    replyDuty: '',
    replyTemporary: '',
    replyPermanent: '',
    replyBy: '',
    replyOn: null,
  },
  tables: {
    parts: [
      { partCode: '31310-KCW-003', partName: '点火线圈总成', supplier: '宁波华升电器', qty: 6, faultMode: '断路', replaced: '已更换' },
    ],
  },
}
