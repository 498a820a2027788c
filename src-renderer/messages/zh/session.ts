export const session = {
  signIn: '登录', choosePerson: '请选择人员', pin: '口令', pinOf: '{name} 的口令', enterPin: '输入 4–8 位数字口令，按 Enter 登录', demoPin: '演示口令 {pin}', back: '换人', wrong: '口令不对', delete: '退格', enter: '进入', noPeople: '还没有可登录的人员',
  welcome: '欢迎使用三包站', welcomeHint: '数据只保存在这台电脑上。先选择怎样开始：', demo: '演示站', demoHint: '带示例厂方、人员、客户和工单，口令显示在登录页，用来熟悉全部流程。', demoOrders: '示例工单数', demoStart: '建立演示站', empty: '建立本站', emptyHint: '五步建好：本站、厂方、人员、起始编号、导入。每步做完就存下，随时可以回头改，也可以以后再填。',
  stationCode: '站代码', stationCodeHint: '厂方给本站的代码，大写字母与数字', stationName: '站名', chiefName: '站长姓名', chiefPin: '站长口令', chiefPinHint: '4–8 位数字', emptyStart: '开始建站', working: '正在建立，演示数据约需几十秒…',
  stepStation: '本站', stepMaker: '厂方', stepPeople: '人员', stepNumbers: '起始编号', stepData: '导入或试用', stepStationHint: '站名和站代码会印在每一张单据上。站长先用这个口令登录。', stepMakerHint: '保修凭证和清单上写的就是这家厂。有几家厂的，先填最主要的一家，其余以后在「资料」里加。', stepPeopleHint: '谁来用程序：填姓名、角色、口令，按 Enter 到下一格，在「添加」上再按一次，接着填下一位。',
  stepNumbersHint: '这个月在纸上已经用到几号，就接着往下取；没有用过就不用改。取过第一个号后锁定。', stepDataHint: '已有的客户、零件和工单可以从 Excel 带进来；也可以先装示例资料试着做一单。', stepBack: '上一步', stepLater: '以后再填', stepNext: '下一步', stepSaveNext: '保存，下一步', stepSkip: '先跳过', stepEnd: '完成，开始使用',
  restLater: '三包员、开户行和税号可以以后在「设置」里补。', makerCode: '厂方代码', makerCodeHint: '写进批次文件名', personCode: '工号', personName: '姓名', personRole: '角色', personNameWrong: '姓名至少两个字', pinWrong: '口令还没填好', addPerson: '添加', rolesMissing: '还没有：{roles}。站长什么都能做，一个人的站这样就够了；检验和第二人确认要另一个人。',
  dataImport: '从 Excel 导入', dataImportHint: '下载空表，填好后导入零件、客户与车辆、历史工单；先预览再写入。', dataSamples: '装入示例资料', dataSamplesHint: '一家示例厂的车型、零件、工时和故障代码，用来试做；以后在「设置」里一次撤掉。', dataSamplesIn: '示例资料已装入',
}
