import type { FillContent } from '#domain/form-fill'
import { uprightPapers } from '../engine/profiles.ts'
import { column, field, filledFor } from '../filled.ts'
import { plainWords } from '../plain-words.ts'

/** 产品质量信息联络书 (domain.md A08): what the workers report, to the factory; the body is F21's without road and weather. */
export const qualityContact = filledFor(({ grid, box, table, sign, note }) => ({
  id: 'A08',
  version: 1,
  profiles: uprightPapers,
  words: plainWords('产品质量信息联络书', 'A08', ['厂家', '存站'], ['填报人', '站长', '日期']),
  parts: [
    grid(3, [
      [
        field('no', '编号', 'number'),
        field('filledOn', '日期', 'date', { required: true }),
        field('addressee', '发往厂家', 'text', { required: true }),
      ],
      [field('copyTo', '抄送'), field('model', '产品/型号', 'text', { required: true }), field('frameNo', '机号')],
      [field('manufacturedOn', '生产日期', 'date'), field('purchasedOn', '购买日期', 'date'), field('technician', '反映人(安/维人员)')],
    ]),
    box('故障现象', 25, field('statement', '', 'text', { max: 300, required: true })),
    box('检查结论及原因分析', 25, field('finding', '', 'text', { max: 300 })),
    box('处理方法及结果', 20, field('measure', '', 'text', { max: 300 })),
    box('建议', 15, field('advice', '', 'text', { max: 200 })),
    box('附件', 8, field('enclosed', '', 'choices', { options: ['照片', '实物', '视频'] })),
    table('parts', '故障件', 3, 10, [
      column('partCode', '故障件编号', 32),
      column('partName', '故障件名称', 38),
      column('supplier', '生产厂家', 32),
      column('qty', '数量', 14, 'count'),
      column('faultMode', '故障模式', 34),
      column('replaced', '更换状态', 20, 'text', { max: 10 }),
    ]),
    box('厂家答复', 25, field('reply', '答复', 'text', { max: 200 }), field('repliedOn', '回复日期', 'date'), field('repliedBy', '回复人')),
    sign(),
    note(),
  ],
}))

export const qualityContactSample: FillContent = {
  values: {
    filledOn: '2026-11-12',
    addressee: '示例电器有限公司',
    copyTo: '信息中心',
    model: 'KFR-35GW',
    frameNo: 'KF35A24083100217',
    manufacturedOn: '2026-03-05',
    purchasedOn: '2026-05-01',
    technician: '张卫东',
    statement: '制冷运行约四十分钟后停机，显示 E4；断电十分钟后可再起动。本月同型号已出现三例。',
    finding: '室外机主控板散热硅脂涂布不足，功率模块过热保护。',
    measure: '重新涂布硅脂并紧固散热片，连续运行两小时正常。',
    advice: '请检查该批次主控板的装配工艺。',
    enclosed: ['照片'],
    reply: '',
    repliedOn: null,
    repliedBy: '',
  },
  tables: {
    parts: [{ partCode: 'KF-PCB-0302', partName: '室外机主控板', supplier: '示例电子', qty: 1, faultMode: '过热', replaced: '未涉及' }],
  },
}
