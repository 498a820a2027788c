export const attachments = {
  title: '附件', none: '还没有附件。照片、PDF 或视频拖到这里，随索赔批次一起报厂方', open: '打开', remove: '删除', addedBy: '添加人', adding: '正在保存附件',
}
