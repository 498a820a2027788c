import type { FillContent } from '#domain/form-fill'
import { uprightPapers } from '../engine/profiles.ts'
import { complaintBoxes, complaintHead, complaintSample } from '../appliance/a04-complaint-contact.ts'
import { field, filledFor } from '../filled.ts'
import { plainWords } from '../plain-words.ts'

/** 客户投诉处理表 (domain.md X02): A04 with the departments' views, for serious cases. */
export const complaintHandling = filledFor(({ grid, box, sign, note }) => ({
  id: 'X02',
  version: 1,
  profiles: uprightPapers,
  words: plainWords('客户投诉处理表', 'X02', ['留存'], ['受理人', '业务部', '生产部', '服务部', '采购部', '批准']),
  parts: [
    grid(3, complaintHead),
    ...complaintBoxes.map(([label, mm, fields]) => box(label, Math.min(mm, 16), ...fields)),
    box(
      '各部门意见',
      28,
      ...['业务部', '生产部', '服务部', '采购部'].map((name, index) => field(`view${index + 1}`, name, 'text', { max: 120 })),
    ),
    sign(),
    note(),
  ],
}))

export const complaintHandlingSample: FillContent = {
  values: {
    ...complaintSample.values,
    calledBackAt: null,
    callResult: null,
    calledBackBy: null,
    grade: '重大',
    view1: '同意上门处理并减免费用。',
    view2: '',
    view3: '加强复检，修后试车不少于 5 km。',
    view4: '',
  },
  tables: {},
}
