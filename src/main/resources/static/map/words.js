// Every word of the page in Chinese and English; {0} stands for what is put in.
const WORDS = {
  title: ['同城 · 都市圈规划地图', 'Tongcheng · map of metropolitan plans'], map: ['地图', 'Map'], home: ['首页', 'Home'],
  mapHelp: ['地图：方向键移动，加减键缩放', 'Map: arrow keys move, plus and minus zoom'], area: ['都市圈', 'Area'], allAreas: ['全部都市圈', 'All areas'],
  search: ['搜索地名或拼音', 'Search a place'], noPlace: ['没有这个地名', 'No such place'], panel: ['面板', 'Panel'], tools: ['工具', 'Tools'],
  language: ['English', '中文'], dark: ['深色', 'Dark'], light: ['浅色', 'Light'], copyLink: ['复制链接', 'Copy link'], copied: ['已复制本视图的链接', 'The link of this view is copied'],
  layers: ['图层', 'Layers'], reach: ['可达圈', 'Reach'], siting: ['选址', 'Siting'], draw: ['画线', 'Draw a line'], assess: ['评估', 'Assess'], edit: ['要素', 'Feature'],
  year: ['年份', 'Year'], scenario: ['情景', 'Scenario'], built: ['已建成', 'Built'], committed: ['含在建', '+ under way'], planned: ['含规划', '+ planned'], vision: ['含设想', '+ proposed'],
  legend: ['图例', 'Legend'], mode: ['通道方式', 'Corridors'], fit: ['显示整个都市圈', 'Show the whole area'], status: ['状态', 'Status'], places: ['地点', 'Places'], bounds: ['界线', 'Boundaries'], rail: ['轨道', 'Rail'], road: ['道路', 'Roads'], others: ['其他', 'Other'],
  open: ['已开通', 'Open'], 'under-construction': ['在建', 'Under construction'], 'planned-status': ['规划', 'Planned'], proposed: ['设想', 'Proposed'], unknown: ['不详', 'Unknown'],
  'high-speed-rail': ['高速铁路', 'High-speed rail'], 'intercity-rail': ['城际铁路', 'Intercity rail'], 'suburban-rail': ['市域铁路', 'Suburban rail'], metro: ['地铁', 'Metro'], 'conventional-rail': ['普速铁路', 'Conventional rail'],
  expressway: ['高速公路', 'Expressway'], arterial: ['干线公路', 'Arterial road'], bridge: ['桥梁', 'Bridge'], tunnel: ['隧道', 'Tunnel'], bus: ['公交', 'Bus'], waterway: ['航道', 'Waterway'], pipeline: ['管线', 'Pipeline'],
  'metropolitan-areas': ['都市圈', 'Areas'], 'administrative-units': ['行政单元', 'Units'], corridors: ['通道', 'Corridors'], hubs: ['枢纽', 'Hubs'], 'industrial-parks': ['产业园区', 'Industrial parks'], zones: ['管控与功能区', 'Zones'], projects: ['项目', 'Projects'], stops: ['站点', 'Stops'],
  unitSurveyed: ['界线（数字化）', 'Boundary (digitised)'], unitModelled: ['示意界线', 'Schematic boundary'], modelledNote: ['示意图，不作为划界依据', 'Schematic: not a basis for delimitation'], approval: ['审图号', 'Map approval no.'],
  loading: ['正在加载…', 'Loading…'], loadingCatalogue: ['服务正在载入数据，请稍候…', 'The service is still loading its data…'], failed: ['未能加载：{0}', 'Could not load: {0}'], retry: ['重试', 'Retry'], offline: ['无法连接服务', 'The service cannot be reached'], nothing: ['此处没有要素', 'Nothing here'], emptyView: ['这一年、这一情景下，本范围内没有通道', 'No corridors here in this year and scenario'], more: ['只显示前 {0} 个要素，请放大', 'Only the first {0} are shown: zoom in'],
  close: ['关闭', 'Close'], cancel: ['取消', 'Cancel'], run: ['计算', 'Compute'], running: ['正在计算…', 'Computing…'], clear: ['清除', 'Clear'], cancelled: ['已取消', 'Cancelled'],
  reachHere: ['从这里出发的一小时圈', 'One hour from here'], reachHint: ['点击地图任意一处，或搜索地名，查看一小时可达圈', 'Click anywhere on the map or search a place to see what one hour reaches'], from: ['出发地', 'From'], profile: ['出行方式', 'Profile'], minutes: ['分钟', 'Minutes'], within: ['{0} 分钟内', 'Within {0} min'],
  areaKm2: ['面积 km²', 'Area km²'], people: ['人口', 'People'], peopleRange: ['人口范围', 'Range'], units: ['县市', 'Units'], reachedUnits: ['可达的县市（至驻地）', 'Units reached (time to the seat)'], seat: ['至驻地', 'To seat'], share: ['面积占比', 'Share'], truncated: ['路网在范围边界处终止，此数为下限', 'The network ends at its border: a lower bound'],
  compare: ['对比', 'Compare'], compareWith: ['与另一年或另一情景对比', 'Compare with another year or scenario'], noCompare: ['不对比', 'No comparison'], left: ['左', 'Left'], right: ['右', 'Right'], difference: ['差值', 'Difference'], swipe: ['左右拖动对比', 'Drag to compare'], before: ['对比', 'Then'], after: ['当前', 'Now'],
  kind: ['类型', 'Kind'], method: ['方法', 'Method'], accuracy: ['精度', 'Accuracy'], document: ['依据文件', 'Document'], opened: ['开通', 'Opened'], plannedOpening: ['计划开通', 'Due'], length: ['长度', 'Length'], level: ['级别', 'Level'], population: ['人口（2020）', 'People (2020)'], evidence: ['文件用语', 'Evidence'], note: ['备注', 'Note'], openRecord: ['打开记录', 'Open record'],
  surveyed: ['实测', 'Surveyed'], digitised: ['数字化', 'Digitised'], derived: ['推得', 'Derived'], modelled: ['模拟', 'Modelled'], schematic: ['示意', 'Schematic'],
  definition: ['定义', 'Definition'], sources: ['来源', 'Sources'], assumed: ['假设（{0}）', 'Assumptions ({0})'], warnings: ['提示（{0}）', 'Warnings ({0})'], error: ['误差', 'Error'],
  csv: ['CSV', 'CSV'], xlsx: ['XLSX', 'XLSX'], png: ['PNG', 'PNG'], mapPng: ['地图 PNG', 'Map PNG'], report: ['报告', 'Report'], print: ['打印', 'Print'], table: ['表格', 'Table'], needArea: ['请先选择一个都市圈', 'Choose an area first'],
  name: ['名称', 'Name'], from2: ['起', 'From'], to2: ['止', 'To'], km: ['公里', 'km'], none: ['无', 'None'], yes: ['是', 'Yes'], no: ['否', 'No'], baseMap: ['底图', 'Base map'], ownData: ['自有数据', 'Own data'], allLayers: ['全部', 'All'],
};

export function words(language) {
  const at = language === 'en' ? 1 : 0;
  return (key, ...values) => values.reduce((text, value, i) => text.replace(`{${i}}`, value), WORDS[key]?.[at] ?? key);
}

/** Adds the words of one panel. */
export function add(more) {
  Object.assign(WORDS, more);
}
