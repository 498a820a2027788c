/** Sentences of the return manifest, domain.md §3.3. */
export const manifestSentences = {
  'manifest.noBoxes': '清单里还没有箱子，请先装箱',
  'manifest.boxEmpty': '{boxNo} 号箱是空的，请装入旧件或删除此箱',
  'manifest.notPacked': '旧件 {labelNo}（{part}）尚未装箱',
  'manifest.packerMissing': '请填写装箱人',
  'manifest.paperMissing': '请先开具返厂清单或旧件明细表',
  'manifest.methodMissing': '请选择发运方式',
  'manifest.carrierMissing': '请填写承运单位',
  'manifest.waybillMissing': '请填写货运单号；自己送去的请选「自送」',
  'manifest.boxLabelsMissing': '请先打印并粘贴包装箱标签',
  'manifest.receivedAtMissing': '请填写厂方签收时间',
  'manifest.boxesReceivedMissing': '请填写厂方签收箱数',
  'manifest.differenceUnexplained': '厂方签收 {received} 箱，发出 {sent} 箱，请写明差异并及时联系厂方',
  'manifest.notJudged': '旧件 {labelNo}（{part}）尚未鉴定',
  'manifest.appealOpen': '还有旧件在申诉中，不能关闭',
  'manifest.carrierHasIt': '货已发运，承运方退回后才能撤回',
} as const
