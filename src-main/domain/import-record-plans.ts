import {
  alsoCalled,
  codeColumn,
  dateColumn,
  hoursColumn,
  integerColumn,
  moneyColumn,
  phoneColumn,
  required,
  textColumn,
  tickColumn,
  wordColumn,
  type Columns,
  type SheetPlan,
} from './import-columns.ts'
import type { CatalogueList } from './catalogue.ts'
import {
  activeWords,
  faultModeWords,
  modelCategoryWords,
  oldPartDutyWords,
  originWords,
  partCategoryWords,
  workingDayWords,
  yesNoWords,
} from './import-words.ts'

/*
 * The lists of 资料 as workbooks. A column is called like the field it fills; its headings are also those of the list's
 * grid in both languages, so that what a grid exports can be imported again.
 */

const manufacturerId = alsoCalled(
  textColumn('厂方代码', 60, { about: '厂方的代码或名称；只有一个厂方在用时可空', example: 'DEMO' }),
  '厂方',
  'Manufacturer',
)
const active = alsoCalled(
  tickColumn('状态', activeWords, { about: '停用的不再供选择；空白：新的按 在用，已有的不变', example: '在用' }),
  'State',
)
const partCode = required(
  alsoCalled(codeColumn('零件编号', 40, { about: '图号，同一厂方内不重复', example: '14101-KRM-8400' }), 'Part number'),
)
const system = (about: string) => alsoCalled(textColumn('系统', 40, { about, example: '发动机' }), 'System')

const parts = {
  name: '零件价格',
  columns: {
    code: partCode,
    name: required(alsoCalled(textColumn('零件名称', 40, { about: '', example: '凸轮轴' }), 'Name')),
    unit: alsoCalled(textColumn('单位', 10, { about: '', example: '件' }), 'Unit'),
    spec: alsoCalled(textColumn('规格', 60, { about: '', example: '' }), 'Specification'),
    manufacturerId,
    supplierName: alsoCalled(textColumn('配套厂家', 60, { about: '', example: '' }), 'Supplier'),
    supplierCode: alsoCalled(textColumn('配套厂家代码', 40, { about: '', example: '' }), 'Supplier code'),
    origin: alsoCalled(wordColumn('产地', originWords, { about: '', example: '国产' }), 'Origin'),
    priceFen: alsoCalled(moneyColumn('三包价', { about: '元', example: '86.50' }), 'Warranty price'),
    retailPriceFen: alsoCalled(moneyColumn('零售价', { about: '元', example: '120.00' }), 'Retail price'),
    category: alsoCalled(wordColumn('零件三包类别', partCategoryWords, { about: '', example: '主要件(总成)' }), '零件类别', 'Category'),
    warrantyMonths: alsoCalled(integerColumn('三包月数', [0, 600], { about: '月；空白按三包政策', example: '12' }), 'Warranty months'),
    warrantyKm: alsoCalled(integerColumn('三包里程', [0, 999_999], { about: '公里；空白按三包政策', example: '12000' }), 'Warranty km'),
    oldPartReturn: alsoCalled(
      wordColumn('是否回收', oldPartDutyWords, { about: '填 是（必须返厂）、否（免回收），或列出的词', example: '是' }),
      '旧件',
      'Old part',
    ),
    serialControlled: alsoCalled(
      tickColumn('是否序列管理', yesNoWords, { about: '有识别码、逐件登记的贵重件填 是', example: '否' }),
      '序列管理',
      'By serial number',
    ),
    assembly: alsoCalled(textColumn('所属总成', 40, { about: '', example: '' }), 'Assembly'),
    isEngine: alsoCalled(tickColumn('发动机零件', yesNoWords, { about: '发动机的期限适用的填 是', example: '否' }), 'Engine part'),
    active,
  },
} satisfies SheetPlan<Columns>

const prices = {
  name: '价格表',
  columns: {
    partId: partCode,
    partName: alsoCalled(textColumn('零件名称', 40, { about: '只供核对，以零件目录为准', example: '凸轮轴' }), 'Name'),
    manufacturerId,
    validFrom: required(alsoCalled(dateColumn('生效日', { about: '从这天起按这个价', example: '2027-01-01' }), 'Valid from')),
    validTo: alsoCalled(dateColumn('失效日', { about: '最后一天；一直有效就空着', example: '' }), 'Valid to'),
    priceFen: required(alsoCalled(moneyColumn('三包价', { about: '元', example: '86.50' }), 'Warranty price')),
    retailPriceFen: alsoCalled(moneyColumn('零售价', { about: '元；空白按零件目录', example: '120.00' }), 'Retail price'),
    source: alsoCalled(textColumn('价格表文号', 60, { about: '', example: '价格〔2026〕12 号' }), 'Price list no.'),
  },
} satisfies SheetPlan<Columns>

const labour = {
  name: '工时目录',
  columns: {
    code: required(alsoCalled(codeColumn('工时代码', 40, { about: '同一厂方内不重复', example: 'E0105' }), 'Labour code')),
    name: required(alsoCalled(textColumn('维修项目', 60, { about: '', example: '更换凸轮轴' }), 'Job')),
    hours: required(alsoCalled(hoursColumn('工时', { about: '小时', example: '1.50' }), '工时（小时）', 'Hours')),
    system: system('分组用'),
    manufacturerId,
    active,
  },
} satisfies SheetPlan<Columns>

const faults = {
  name: '故障代码',
  columns: {
    code: required(alsoCalled(codeColumn('故障代码', 40, { about: '同一厂方内不重复', example: 'GZ0101' }), 'Fault code')),
    system: required(system('故障树第一层')),
    assembly: alsoCalled(textColumn('总成', 40, { about: '故障树第二层', example: '配气机构' }), 'Assembly'),
    part: required(alsoCalled(textColumn('部件', 40, { about: '故障树第三层', example: '凸轮轴' }), 'Part')),
    mode: required(alsoCalled(wordColumn('模式', faultModeWords, { about: '故障树第四层', example: '磨损' }), 'Mode')),
    text: alsoCalled(textColumn('故障现象', 200, { about: '', example: '怠速时气门异响' }), 'Symptom'),
    cause: alsoCalled(textColumn('原因', 200, { about: '', example: '凸轮轴磨损' }), 'Cause'),
    method: alsoCalled(textColumn('措施', 200, { about: '', example: '更换凸轮轴，调整气门间隙' }), 'Measure'),
    manufacturerId,
    active,
  },
} satisfies SheetPlan<Columns>

const models = {
  name: '车型',
  columns: {
    code: required(alsoCalled(codeColumn('车型代码', 40, { about: '同一厂方内不重复', example: 'CG125' }), 'Model code')),
    name: required(alsoCalled(textColumn('车型名称', 40, { about: '', example: '示例 125' }), 'Model')),
    category: required(alsoCalled(wordColumn('类别', modelCategoryWords, { about: '', example: '两轮摩托车' }), 'Category')),
    policyId: alsoCalled(
      textColumn('三包政策', 60, { about: '政策的名称或代码；空白：新车型按购车日找政策', example: '' }),
      '政策',
      'Policy',
    ),
    usesVin: alsoCalled(tickColumn('用 VIN', yesNoWords, { about: '有 17 位车架号的填 是；空白按 是', example: '是' }), 'Uses VIN'),
    usesMileage: alsoCalled(tickColumn('计里程', yesNoWords, { about: '有里程表的填 是；空白按 是', example: '是' }), 'Counts km'),
    serialRule: alsoCalled(
      textColumn('机号规则', 80, { about: '不用 VIN 的车型，整个号码要合的正则表达式；空白：按惯例', example: '' }),
      'Serial pattern',
    ),
    manufacturerId,
    active,
  },
} satisfies SheetPlan<Columns>

const technicians = {
  name: '技师',
  columns: {
    code: required(alsoCalled(codeColumn('工号', 40, { about: '全站不重复', example: 'J01' }), 'Staff no.')),
    name: required(alsoCalled(textColumn('姓名', 60, { about: '', example: '张海涛' }), 'Name')),
    grade: alsoCalled(textColumn('定级', 20, { about: '', example: '高级' }), 'Grade'),
    teamName: alsoCalled(textColumn('班组', 20, { about: '', example: '一组' }), 'Team'),
    outletId: alsoCalled(textColumn('网点', 60, { about: '网点的代码或名称，先有网点再填', example: '' }), 'Outlet'),
    phone: alsoCalled(phoneColumn('电话', { about: '手机 11 位，座机带区号', example: '13807310001' }), 'Phone'),
    certNo: alsoCalled(textColumn('上岗证号', 40, { about: '', example: 'SG2024-0117' }), 'Certificate'),
    certExpiresOn: alsoCalled(dateColumn('证件有效期', { about: '填了就要有上岗证号', example: '2027-12-31' }), 'Certificate until'),
    active,
  },
} satisfies SheetPlan<Columns>

const outlets = {
  name: '网点',
  columns: {
    code: required(alsoCalled(codeColumn('网点代码', 40, { about: '全站不重复', example: 'W01' }), 'Outlet code')),
    name: required(alsoCalled(textColumn('网点名称', 60, { about: '', example: '宁乡服务点' }), 'Outlet')),
    contact: alsoCalled(textColumn('联系人', 60, { about: '', example: '刘师傅' }), 'Contact'),
    phone: alsoCalled(phoneColumn('电话', { about: '手机 11 位，座机带区号', example: '13807310002' }), 'Phone'),
    address: alsoCalled(textColumn('地址', 80, { about: '', example: '宁乡市一环路 8 号' }), 'Address'),
    active,
  },
} satisfies SheetPlan<Columns>

const holidays = {
  name: '节假日',
  columns: {
    day: required(alsoCalled(dateColumn('日期', { about: '一天一行', example: '2027-01-01' }), 'Day')),
    working: required(alsoCalled(tickColumn('安排', workingDayWords, { about: '放假的日子，或调休上班的周末', example: '放假' }), 'Kind')),
    note: alsoCalled(textColumn('说明', 60, { about: '', example: '元旦' }), 'Note'),
  },
} satisfies SheetPlan<Columns>

export const recordPlans = { parts, prices, labour, faults, models, technicians, outlets, holidays } satisfies Record<
  CatalogueList,
  SheetPlan<Columns>
>
