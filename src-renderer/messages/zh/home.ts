export const home = {
  title: '工作台', duties: '今日职责', tasks: '到期任务', awaitingParts: '待件', oldPartsLate: '旧件将逾期', toClaim: '待报索赔', toReceive: '待到账', oldest: '最早 {day}', none: '无', today: '今日任务', mine: '我的', everyone: '全站', noTasks: '今天没有到期的任务', noTasksHint: '新的期限会自动出现在这里',
  due: '截止', lane: '三包资金', laneHint: '每一笔钱现在在哪一步', orders: '{count} 单', open: '打开', emptyTitle: '三步开始', step1: '核对本站与厂方资料', step1Hint: '站名、电话、厂方名称与抬头会印在每一张单据上', step2: '导入或录入零件与客户', step2Hint: '下载模板，填好后导入；也可以边修边录', step3: '接第一辆车', step3Hint: '输入车牌或车架号，新车当场登记',
  goSettings: '打开设置', goImport: '打开导入', goOrder: '新工单', laneUnclaimed: '修好未报', laneClaimed: '已报', laneDisputed: '争议', laneApproved: '已核定', laneSettled: '已结算', laneReceived: '已到账', waiting: '待报', batches: '批次', money: '钱', laneNone: '还没有三包金额', overdue: '逾期', dueSoon: '临期', normal: '正常',
}
