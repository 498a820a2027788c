import type { FillContent } from '#domain/form-fill'
import { uprightPapers } from '../engine/profiles.ts'
import { column, field, filledFor } from '../filled.ts'
import { plainWords } from '../plain-words.ts'

/** 职位申请表 (domain.md A05): 初试 → 复试 → 录取. */
export const jobApplication = filledFor(({ grid, box, table, sign, note }) => ({
  id: 'A05',
  version: 1,
  profiles: uprightPapers,
  words: plainWords('职位申请表', 'A05', ['存档'], ['申请人', '面试人', '批准']),
  parts: [
    grid(3, [
      [field('position', '申请职位', 'text', { required: true }), field('filledOn', '申请日期', 'date')],
      [
        field('personName', '姓名', 'text', { max: 60, required: true }),
        field('sex', '性别', 'choice', { options: ['男', '女'] }),
        field('bornOn', '出生年月', 'text', { max: 12 }),
      ],
      [field('idNo', '身份证号', 'text', { max: 18 }), field('education', '学历'), field('major', '专业')],
      [field('personPhone', '电话'), field('home', '现住址', 'text', { max: 80 })],
      [field('certificates', '持证情况(电工证/制冷证)'), field('licence', '驾驶证')],
    ]),
    table('schools', '教育经历', 3, 10, [column('period', '起止', 50), column('school', '学校', 70), column('major', '专业', 50)], {
      heading: true,
    }),
    table(
      'jobs',
      '工作经历',
      4,
      10,
      [
        column('period', '起止', 34),
        column('employer', '单位', 52),
        column('position', '职位', 28),
        column('reason', '离职原因', 30),
        column('reference', '证明人', 26),
      ],
      { heading: true },
    ),
    grid(2, [[field('pay', '期望薪资'), field('from', '到岗日期', 'date')]]),
    box('初试意见', 15, field('firstView', '', 'text', { max: 200 })),
    box('复试意见', 15, field('secondView', '', 'text', { max: 200 })),
    box('录取意见', 15, field('decision', '', 'text', { max: 200 })),
    sign(),
    note(),
  ],
}))

export const jobApplicationSample: FillContent = {
  values: {
    position: '维修技师',
    filledOn: '2026-11-10',
    personName: '孙赟',
    sex: '男',
    bornOn: '1998-06',
    idNo: '',
    education: '大专',
    major: '汽车检测与维修',
    personPhone: '139 6402 1188',
    home: '济南市天桥区北园大街 88 号',
    certificates: '低压电工证',
    licence: 'C1',
    pay: '6000 元/月',
    from: '2026-12-01',
    firstView: '动手能力强，电路知识扎实。',
    secondView: '',
    decision: '',
  },
  tables: {
    schools: [{ period: '2016-09 至 2019-06', school: '山东交通职业学院', major: '汽车检测与维修' }],
    jobs: [{ period: '2019-07 至 2026-10', employer: '济南永安摩托车维修部', position: '维修工', reason: '合同到期', reference: '刘永安' }],
  },
}
