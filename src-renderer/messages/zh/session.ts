export const session = {
  signIn: '登录', choosePerson: '请选择人员', pin: '口令', pinOf: '{name} 的口令', enterPin: '输入 4–8 位数字口令，按 Enter 登录', demoPin: '演示口令 {pin}', back: '换人', wrong: '口令不对', delete: '退格', enter: '进入', noPeople: '还没有可登录的人员',
  welcome: '欢迎使用三包站', welcomeHint: '数据只保存在这台电脑上。先选择怎样开始：', demo: '演示站', demoHint: '带示例厂方、人员、客户和工单，口令显示在登录页，用来熟悉全部流程。', demoOrders: '示例工单数', demoStart: '建立演示站', empty: '空白站', emptyHint: '填写本站代码与站长，从第一张工单开始。',
  stationCode: '站代码', stationCodeHint: '厂方给本站的代码，大写字母与数字', stationName: '站名', chiefName: '站长姓名', chiefPin: '站长口令', chiefPinHint: '4–8 位数字', emptyStart: '建立本站', working: '正在建立，演示数据约需几十秒…', tagline: '三包维修 · 单据 · 索赔',
}
