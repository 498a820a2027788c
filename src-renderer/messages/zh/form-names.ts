import type { FormId } from '#domain/form-ids'

/** Short names of the forms on screen; what a paper prints is the manufacturer's word. */
export const formNames = {
  F11: '人员工作月统计表', F12: '人员工作统计表', F13: '鉴定更新申请单', F14: '整机退换审批表', F15: '配件求援单', F16: '保修作业凭证', F17: '旧件明细表', F18: '鉴定结果通知单', F19: '索赔汇总表', F20: '维修站月报表', F21: '质量信息反馈表', F22: '定期服务报告', F23: '质量信息月报表', F24: '业务月报表', F25: '维修信息反馈', F26: '三包件兑换申请单',
  F27: '旧件标识签', F28: '箱唛', F29: '发运交接单', F30: '故障标签', F31: '返厂清单',
} satisfies Record<FormId, string>
