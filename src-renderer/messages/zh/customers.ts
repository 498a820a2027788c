/** 客户与车辆. */
export const customers = {
  title: '客户与车辆', customer: '用户', unit: '车辆', views: '视图', viewCustomers: '客户', viewUnits: '车辆', searchHint: '姓名 · 电话 · 车牌 · 车架号 · 拼音', kindAll: '全部类型',
  name: '姓名或单位', phone: '电话', phone2: '第二电话', address: '地址', kind: '类型', contactName: '联系人', contactHint: '单位用户请填联系人', note: '备注', otherPhone: '其他号码', otherPhoneWords: '外籍或特殊号码，不查格式',
  units: '车辆数', orders: '工单数', lastOrder: '最近工单', emptyCustomers: '还没有客户', emptyCustomersHint: '客户在接车时当场登记，也可以在「导入」里一次导入。', emptyUnits: '还没有车辆', emptyUnitsHint: '车辆在接车时当场登记，也可以随客户一起导入。',
  model: '车型', modelHint: '车型代码、名称或拼音', frameNo: '车架号', plateNo: '车牌', engineNo: '发动机号', purchasedOn: '购车日期', invoiceNo: '购车发票号', warrantyCardNo: '三包凭证号', manufacturedOn: '出厂日期', deliveredOn: '交付日期', usage: '用途', sellerName: '销售单位', color: '颜色', manufacturer: '厂方',
  legacyFrame: '旧车架号', legacyFrameWords: '不足 17 位，按旧规则', tamperFlag: '里程表', tamperFlagWords: '里程表被调整', owner: '车主', lastMileage: '最近里程', offset: '换表补偿',
  newCustomer: '新客户', newUnit: '登记车辆', newOrder: '接车', save: '保存', back: '返回列表', saved: '已保存', unitsOf: '名下车辆', unitsNone: '名下没有车辆。', open: '打开', detail: '资料',
  ordersOf: '维修记录', ordersNone: '这台车还没有工单。', no: '单号', state: '状态', received: '送修', finished: '完工', mileage: '里程', statement: '故障现象', partsChanged: '更换零件', nature: '性质', owners: '历任车主', since: '起', now: '现车主', odometer: '换表记录', odometerNone: '没有换过里程表。', oldReading: '旧表读数', newReading: '新表读数', by: '登记人', on: '日期', reason: '原因',
  changeOwner: '变更车主', changeOwnerTitle: '变更车主 {frameNo}', newOwner: '新车主', newOwnerHint: '姓名、电话或拼音；须已登记为客户', changeOdometer: '登记换表', changeOdometerTitle: '登记换表 {frameNo}', odometerHint: '换表前后的读数用于累计三包里程（V-10）。', edit: '修改资料', readOnly: '您的角色只能查看', conflict: '别的席位已经改过这份资料，请载入最新内容。', takeTheirs: '载入最新内容',
}
