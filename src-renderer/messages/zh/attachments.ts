export const attachments = {
  title: '附件', remove: '删除', adding: '正在保存附件', pick: '选择文件', drop: '把照片、PDF 或视频拖到本页任何地方，或 Ctrl+V 粘贴截图（每个最多 {limit} MB）', dropNow: '松开鼠标，添加到这张工单', asKind: '新加的记为', shows: '拍的是',
  wanted: '厂方要求', wantedCount: '共 {count} / {of} 张', missing: '缺', camera: '拍照', shoot: '拍下', cameraHint: '对准后按 Ctrl+Enter 拍下，可以连拍；原图保存，不压缩尺寸', cameraTaken: '已拍 {count} 张，继续拍或关闭', cameraRefused: '没有可用的摄像头，或没有得到允许。可以改用「选择文件」，在手机上会打开相机。', photoName: '照片',
  before: '上一个', after: '下一个', turn: '旋转', download: '下载', noPreview: '这种文件不能在这里显示，请下载后打开', tileHint: '{name}（{by}）', removeTitle: '删除附件「{name}」？', removeAsk: '删除后不再随索赔批次报厂方，不能恢复；谁删除的会写入记录。',
}
