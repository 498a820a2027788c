/**
 * English twins of the Chinese terms the program puts into its sentences: what something is, which field, where a record is
 * used, which step. `tests/build/terms.test.ts` reads the sources for terms that are missing here.
 */
export const termsEn: Readonly<Record<string, string>> = {
  // things
  工单: 'work order', 原工单: 'first work order', 用户: 'customer', 车辆: 'vehicle', 零件: 'part', 旧件: 'old part', 单据: 'paper', 表单: 'form', 附件: 'attachment', 编号: 'number', 空白备用单: 'blank sheet', 箱号: 'box',
  求援单: 'parts request', 返厂清单: 'manifest', 索赔单: 'claim', 批次: 'batch', 索赔批次: 'claim batch', 批次文件: 'batch file', 批次文件内容: 'content of the batch file', 索赔汇总表: 'claim summary', 保修作业凭证: 'repair voucher', 视图: 'view', 厂方: 'manufacturer', 车型: 'model', 三包政策: 'warranty policy',
  政策: 'policy', 价格: 'price', 工时: 'labour code', 故障: 'fault', 故障代码: 'fault code', 技师: 'technician', 维修技师: 'technician', 主修工: 'main technician', 人员: 'person', 登录人员: 'signed-in person', 站长: 'chief', 网点: 'outlet', 节假日: 'holiday',
  本站资料: 'station record', 上传的文件: 'uploaded file', 上传的照片: 'uploaded photo', 要补录的记录: 'record to be entered', '检查过的导入文件（预览后 30 分钟内有效）': 'checked import file (kept for 30 minutes after the preview)',
  // where a record is used
  工单零件: 'parts of work orders', 工单工时: 'labour of work orders', 操作人员: 'users', 旧件返厂: 'manifests', 有工单的车辆: 'vehicles with work orders',
  // fields
  步骤时间: 'Time of the step', 报修时间: 'Time reported', 送修时间: 'Time received', 开工时间: 'Time of starting', 完工时间: 'Time of finishing', 检验时间: 'Time of inspection', 交车时间: 'Time of delivery', 缺件时间: 'Start of the wait', 到件时间: 'End of the wait', 变更日期: 'Day of change', 换表日期: 'Day of the new meter',
  用户姓名: 'Customer', 用户电话: 'Telephone', 用户地址: 'Address', 车架号: 'Frame number', 发动机号: 'Engine number', 车牌号: 'Plate', 发票号: 'Invoice number', 三包凭证号: 'Warranty card number',
  生产日期: 'Day of manufacture', 出厂日期: 'Day of manufacture', 购车日期: 'Day of purchase', 交付日期: 'Day of delivery', 维修类别: 'Kind of repair', 性质: 'Nature', 送修人: 'Brought by', 送修人电话: 'Their telephone', 行驶里程: 'Mileage', 故障现象: 'Complaint', 检查结果: 'Finding', 故障原因: 'Cause', 维修措施: 'Measure',
  三包除外: 'Excluded because', 特批号: 'Approval number', 外出: 'Outings', 其他费用: 'Other fees', 零件编号: 'Part code', 零件名称: 'Part name', 工时代码: 'Labour code', 维修项目: 'Job', 故障系统: 'System', 故障部件: 'Component', 车型代码: 'Model code', 车型名称: 'Model name',
  工号: 'Staff number', 姓名: 'Name', 网点代码: 'Outlet code', 网点名称: 'Outlet name', 厂方代码: 'Manufacturer code', 厂方全称: 'Manufacturer', 政策代码: 'Policy code',
  材料费: 'Parts', 工时费: 'Labour', 外出费: 'Outings', 其他费: 'Other', 合计: 'Total', 索赔单数: 'Claims', 零件行数: 'Part lines', 工时行数: 'Labour lines', 外出行数: 'Outing lines', 旧件数: 'Old parts', 附件数: 'Attachments',
  // parts of an order, by who may change them
  接车内容: 'Intake', 检查与故障: 'Diagnosis', '零件、工时与费用': 'Parts, labour and fees',
  // steps, as on their buttons
  登记: 'Register', 转交: 'Hand over', 判定方案: 'Decide the plan', 电话指导解决: 'Solved by phone', 发件自换: 'Send parts', 接车: 'Take in', 开工: 'Start work', 缺件: 'Part missing', 到件: 'Part arrived', 客户自换完成: 'Fitted by customer', 完工: 'Finish',
  检验不合格: 'Fail inspection', 检验合格: 'Pass inspection', 交车: 'Deliver', 回访: 'Call back', 关闭: 'Close', 取消: 'Cancel', 转退换: 'To exchange', 转投诉: 'To complaint', 开具凭证: 'Issue voucher', 新建: 'Create', 征得同意: 'Agreed', 发出: 'Send', 厂方发货: 'Sent by maker',
  厂方拒绝: 'Refused', 到货: 'Arrived', 装车: 'Fitted', 退回新件: 'Send back', 旧件待返: 'Old part ready', 逾期: 'Overdue', 计费: 'Charge', 核销: 'Settle', 撤回: 'Withdraw', 封箱: 'Seal', 发运: 'Ship', 签收: 'Received', 鉴定: 'Judge',
  登记旧件: 'Register the old part', 旧件入库: 'Put on shelf', 免回收: 'Exempt', 贴标签: 'Label', 装箱: 'Pack', 拆箱: 'Take out', 承运退回: 'Brought back', 鉴定合格: 'Accepted', 鉴定驳回: 'Rejected', 部分合格: 'Partly accepted', 申诉: 'Appeal', 处置: 'Dispose', 报损: 'Lost',
  生成: 'Create', 转待提交: 'Make ready', 改回草稿: 'Back to draft', 提交: 'Submit', 受理: 'Accept', 审核通过: 'Approve', 部分通过: 'Approve in part', 驳回: 'Reject', 退回补正: 'Send back', 转待结算: 'To be settled', 结算: 'Settle', 对账: 'Reconcile', 作废: 'Void',
  建批: 'Build', 封批: 'Seal', 拆批: 'Unseal', 第二经办人确认: 'Confirm as second handler', 开始审核: 'Start review', 审核完成: 'Finish review', 开票通知: 'Invoice wanted', 开票: 'Invoice',
}
