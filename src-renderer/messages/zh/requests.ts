/** 配件求援: list, one request, its steps. */
export const requests = {
  title: '配件求援', request: '求援单', draftNo: '草稿（发出时编号）', views: '视图', viewOpen: '未完结', viewToSend: '待发出', viewUnderWay: '在途', viewOldPart: '旧件待返', viewAll: '全部',
  searchHint: '单号 · 工单 · 用户 · 车架号 · 同意人', no: '单号', status: '状态', kind: '方式', order: '工单', customer: '用户', model: '车型', frameNo: '车架号', parts: '配件', agreedBy: '同意人', sentAt: '发出', arrivedAt: '到货', due: '旧件返厂期限', charged: '计费', next: '下一步', createdAt: '建单',
  emptyTitle: '还没有求援单', emptyHint: '在工单里按「求援」：零件、收货人和地址会自动带入。', emptyView: '这个视图里没有求援单', emptyViewHint: '换一个视图，或清除筛选。', toOrders: '去工单',
  clock: '七天', clockNone: '装车并完工后起算，{days} 天内旧件须返厂', clockRunning: '完工后 {days} 天内旧件须返厂（BD—15）；逾期按配件价计费', clockDone: '旧件已返厂', clockCharged: '逾期计费 {sum} 元',
  subject: '求援对象', noOrder: '未关联工单', phone: '电话', agreement: '征得同意', agreedAt: '同意时间', agreedVia: '同意方式', agreedHint: '厂方服务科哪一位同意的', delivery: '收货', receiver: '收货人', receiverPhone: '收货人电话', shipTo: '收货地址', neededOn: '希望到货', shipMethod: '发运方式', shipMethodHint: '如：快递', note: '备注', waybill: '厂方运单号',
  lines: '配件', partCode: '零件编号', partName: '名称', unit: '单位', asked: '求援', sent: '厂方发', received: '到货', fitted: '装车', price: '配件价', lineNote: '备注', short: '少 {count}', saveKey: '保存', saved: '已保存',
  papers: '单据', papersNone: '发出时开具求援单（F15）。', preview: '预览求援单', open: '打开', print: '打印求援单', paperTitle: '求援单 {number}', draftPreview: '求援单预览',
  history: '记录', historyAt: '时间', historyBy: '经办', historyEvent: '事项', historyNote: '说明', historyNone: '还没有记录', shippedAt: '厂方发货', fittedAt: '装车',
  agreeTitle: '征得厂方同意', now: '现在', sendTitle: '发出求援单', stamped: '求援单已由负责人审核，打印后盖章并签字', sendHint: '发出后取得编号并固定内容，随即可以打印各联。', shipTitle: '厂方已发货', shipHint: '照厂方的发货通知填写；没发的填 0。', waybillMissing: '请填写运单号',
  receiveTitle: '到货登记', receiveHint: '照实收数量填写；与发货不符时请当天联系厂方。', fitTitle: '装车登记', fitHint: '工单完工时会自动登记；这里可以提前登记。', refuseTitle: '厂方拒绝', refuseHint: '写明厂方拒绝的理由，例如停产、需先鉴定。', withdrawTitle: '撤回求援单', withdrawHint: '撤回后不能恢复；需要时可从工单重新求援。',
  sendBackTitle: '退回新件', sendBackHint: '没有用上的新件退回厂方，本单随即结束，不再返旧件。', sendBackNote: '退回说明（选填）', sendBackNoteHint: '如：运单号、退回原因', settleTitle: '核销', settleHint: '核销后本单完结。', confirmed: '厂方已确认收到旧件', returnTitle: '旧件返厂', returnHint: '旧件随返厂清单发运时会自动登记；这里用于补记。', billTitle: '逾期计费', billed: '厂方已按配件价计费，或账期已结束', qty: '数量', of: '共 {count}', differs: '与上一步相差 {count}',
  event_create: '新建', event_agree: '征得同意', event_send: '发出', event_ship: '厂方发货', event_refuse: '厂方拒绝', event_receive: '到货', event_fit: '装车', event_sendBack: '退回新件', event_oldPartReady: '旧件待返', event_returnOldPart: '旧件返厂', event_fallOverdue: '逾期', event_bill: '计费', event_settle: '核销', event_withdraw: '撤回',
  nextLabel: '旧件贴标签', nextWaitOrder: '等工单完工', nextWaitShip: '装箱返厂',
}
