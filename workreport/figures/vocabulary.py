"""What official Chinese speaks of, and how English begins the words for it: whether a text is a translation of another. Pure.

Nouns of the trade whose English hardly varies, from the most frequent words of work reports; of a verb like 推进 English
has twenty. Each with the beginnings of all the words that a translator may choose: a text is judged by how many of them
it has, never by one.
"""

from __future__ import annotations

import re
from functools import cache

from workreport.figures.words import any_of

_TABLE = r"""
经济 econom|GDP|GRP; 社会 societ|social; 企业 enterprise|compan|business|firm|SOE|SME; 产业 industr|sector;
工业 industr; 农业 agricultur|farm; 服务 serv; 改革 reform; 开放 open; 创新 innovat;
科技 scien|technolog|tech|SME; 技术 techn; 国家 nation|countr|state|China; 中国 China|Chinese; 政策 polic;
质量 qualit; 增长 gr[eo]w|increas|up\b|ris|rose|expand|expan; 市场 market; 体系 system|network|framework;
政府 government; 安全 safe|secur; 人民 people; 群众 people|public|mass|resident|communit; 就业 employ|job|work;
项目 project|program|development; 消费 consum|spend; 生产 produc|workplace|work safety; 教育 educat|school;
学校 school; 学位 (?:school )?place|seat|degree|enrol; 治理 govern|treat|control|rectif|address|manag;
投资 invest; 现代 modern; 生态 ecolog|environment; 环境 environment|atmosphere|condition|surround;
稳定 stab|stead; 城市 cit(?:y|ies)|urban|municipal; 民生 well-being|livelihood|wellbeing|people|welfare|resident|matter;
基础 foundation|base|basic|infrastructure|fundament|groundwork|ground|primary;
工程 project|program|engineer|initiative|work|construct; 综合 comprehens|integrat|overall|complex|multi;
战略 strateg; 资源 resource; 中心 cent[er]; 机制 mechanism|system|arrangement;
制度 system|institution|regime|rule; 能力 abilit|capac|capab; 区域 region|area; 金融 financ|bank; 文化 cultur;
旅游 touris|travel|visitor; 体育 sport|fitness|athlet; 农村 rural|village; 乡村 rural|village; 城镇 urban|town;
技能 skill; 管理 manag|administ|control|regulat|govern; 公共 public; 平台 platform; 制造 manufactur|mak;
特色 distinct|character|special|featur|unique; 能源 energy;
问题 problem|issue|matter|shortcoming|question|difficult|campaign|concern|what;
合作 cooperat|partner|collaborat|joint; 风险 risk|hazard; 绿色 green; 设施 facilit|infrastructure;
收入 income|revenue|earn; 支出 expend|spend|outlay; 预算 budget; 财政 fiscal|financ|budget|treasur; 债务 debt;
健康 health|sound; 医疗 medic|health; 卫生 health|sanit|hygien|clean; 医院 hospital; 医药 medic|pharma;
中医 Chinese medicine|TCM; 养老 elder|senior|old|aged|pension|care; 老年 elder|senior|old|aged;
老人 elder|senior|old|aged; 儿童 child; 妇女 women; 青年 young|youth; 残疾 disab; 退役军人 veteran;
居民 resident|people|household|urban; 人口 population|people|resident; 人才 talent|personnel|professional|skill;
疫情 epidemic|COVID|outbreak|pandemic; 防控 prevent|control; 污染 pollut|contamin|sewage; 大气 air|atmospher;
空气 air; 垃圾 waste|garbage|rubbish|trash|refuse; 粮食 grain|food; 食品 food; 住房 hous|home;
小区 communit|neighbo|estate|compound; 社区 communit|neighbo; 街道 street|subdistrict|sub-district|road;
道路 road|street; 公路 road|highway|express; 交通 transport|traffic; 停车 park; 公园 park;
绿化 green|plant|landscap|afforest; 土地 land|plot; 地块 plot|land|site|parcel; 楼宇 building|office|tower;
法治 law|legal; 法律 law|legal; 执法 law|enforc; 行政 administrat|government;
监督 oversight|supervis|monitor|oversee|superintend; 监管 regulat|supervis|oversight|control; 审计 audit;
习近平 Xi Jinping; 思想 thought|think|ideolog|mind; 精神 spirit|guiding|principle|mental|ethos;
会议 conference|meeting|session|congress; 大会 congress|conference|meeting|assembl;
代表 deput|represent|delegat|typical; 政协 CPPCC|consultative; 人大 People's Congress|congress;
委员 member|committee|commission; 纪律 disciplin; 腐败 corrupt; 官僚 bureaucra; 形式主义 formal;
民族 ethnic|nation; 宗教 religio; 国防 defen; 历史 histor; 文明 civil|cultur; 志愿 volunt; 慈善 charit;
保险 insur; 社保 social|secur|insur; 保障 guarantee|secur|ensur|safeguard|protect|support|insur|welfare;
救助 assist|relief|aid|help; 帮扶 help|assist|support|aid|pair; 补贴 subsid|allowance; 贷款 loan|lend|credit;
融资 financ; 资金 fund|money|financ|capital; 资本 capital; 基金 fund; 价格 price; 贸易 trad; 出口 export;
进口 import; 外资 foreign; 外贸 foreign|trad; 电商 e-commerce|online; 数字 digit; 数据 data;
智慧 smart|intelligen|wisdom|wise|digit; 智能 smart|intelligen|AI\b; 网络 net|online|internet|cyber;
信息 information|IT\b|data; 平安 safe|peace|secur; 矛盾 dispute|conflict|contradict|tension; 纠纷 dispute;
信访 petition|complaint|visit; 事故 accident; 消防 fire|firefight; 应急 emergenc; 灾害 disaster; 燃气 gas;
犯罪 crim; 失业 unemploy|jobless|work; 创业 entrepren|startup|start-up|business; 高校 universit|college|higher;
大学 universit|college; 毕业生 graduat; 幼儿园 kindergarten|preschool; 学前 preschool|kindergarten|pre-school;
义务教育 compulsory; 教师 teacher; 医生 doctor|physician; 图书 book|librar; 博物馆 museum; 遗产 heritage;
非遗 heritage; 菜市场 market; 商圈 commercial|business|shopping; 商业 commerc|business|shop|retail|mall;
夜市 night; 夜间 night; 品牌 brand; 园区 park|zone; 载体 venue|carrier|platform|vehicle; 京津冀 Beijing;
北京 Beijing|capital; 天津 Tianjin|municipal|city; 河北 Hebei; 上海 Shanghai; 规划 plan|program;
计划 plan|program|initiative|scheme; 方案 plan|scheme|program; 目标 target|goal|objective|aim;
任务 task|mission|work; 指标 target|indicator|index; 研究 research|stud; 实验 laborator|experiment|test;
专利 patent; 知识产权 intellectual; 标准 standard|criteri; 示范 demonstrat|model|exemplar|pilot;
试点 pilot|trial; 节能 energy|conserv|saving|efficien; 减排 emission|reduc;
新能源 new energy|new-energy|electric|renewable; 汽车 automo|vehicle|car; 铁路 rail; 地铁 metro|subway|line;
物流 logistic; 航运 shipping; 建筑 build|construct|architect; 装备 equipment; 生物 bio; 材料 material; 芯片 chip;
耕地 farmland|land|arable|cultivated; 农民 farmer|rural|migrant; 脱贫 povert; 振兴 revital|rejuven;
世界 world|global; 国际 international|global|world|abroad; 全球 global|world; 国有 state|SOE; 国企 state|SOE;
民营 private; 中小 small|SME; 许可 licen|permit; 审批 approv|permit|licen; 政务 government|administrat;
营商 business; 信用 credit; 诚信 integrity|credit|honest|trust; 人均 per capita|per person|average;
投诉 complaint; 热线 hotline; 干部 official|cadre|leader; 作风 conduct|style|work|way|habit;
军人 military|veteran|soldier|service; 家庭 famil|home|household; 托育 child|nurser|care; 心理 psycholog|mental;
体检 check|exam; 疫苗 vaccin; 花园 garden; 足球 football|soccer; 广场 square|plaza; 供热 heat; 供水 water;
排水 drain|sewe; 照明 light; 森林 forest; 管网 pipe|network; 污水 sewage|wastewater; 景观 landscape|scenic|view;
网格 grid; 统计 statistic; 普查 census; 档案 archiv; 台湾 Taiwan; 外事 foreign; 总书记 General Secretary;
国务院 State Council; 中央 central; 同志 comrade;
水平 level|standard|quality|high|well|proficien|\w+er\b|rais|improv|better|excellen|advanced|best;
生产总值 GDP|GRP|product|output|econom; 地区生产总值 GDP|GRP|product|output|econom; 水资源 water;
供电 electr|power; 电力 electr|power; 电子 electron|digital|online|e-; 电梯 elevator|lift; 充电 charg;
变电 substation|transform|power; 住宅 resident|hous|home|dwelling|development|estate;
房地产 real estate|real-estate|propert|housing; 棚户区 shanty|rundown|run-down; 旧城 old;
老旧 old|aging|dilapidat; 城市更新 renew|regenerat|redevelop; 党建 Party; 党中央 Party|CPC; 政治 politic;
廉政 clean|honest|corrupt|integrity; 侨务 overseas; 军民 milit|civil|arm; 双拥 milit|famil; 雨水 rain|storm;
用水 water; 节水 water; 水利 water; 水库 reservoir; 水质 water; 河湖 river|lake|water; 河长 river; 湿地 wetland;
海洋 marine|ocean|sea|marit; 港口 port|harbo; 航空 aviation|air|aero; 机场 airport;
高速公路 express|highway|motorway; 桥梁 bridge; 隧道 tunnel; 公交 bus|transit|transport; 停车位 park;
路灯 light|lamp; 树木 tree; 古树 tree; 口袋公园 park; 垃圾分类 waste|garbage|rubbish|trash; 厕所 toilet|restroom;
图书馆 librar; 体育场 stadium|sport; 运动会 game|sport; 足球场 football|soccer; 租赁 rent|leas; 房租 rent;
税收 tax; 减税 tax; 税费 tax; 降费 fee|charge|cost; 成本 cost; 工资 wage|pay|salar; 低保 allowance|subsist|dibao;
食堂 canteen|dining|meal; 助餐 meal|canteen|dining; 母婴 mother|matern|infant; 婴幼儿 infant|child|toddler|bab;
未成年 minor|child|juvenile; 孤儿 orphan; 殡葬 funeral; 生育 birth|child|matern|fertil;
双减 double reduction|burden; 课后 after-school|after school|class; 职业教育 vocation; 特殊教育 special;
高中 high school|secondary|senior|middle; 中学 school; 小学 school|primary; 课程 curricul|course;
学生 student|pupil|school; 医保 medical|health|insur; 家庭医生 doctor|physician; 药品 drug|medic|pharm;
核酸 nucleic|acid|test; 隔离 quarantin|isolat; 流调 epidemiolog|trac|investigat; 密接 contact;
检测 test|detect|inspect; 方舱 makeshift|shelter|hospital|cabin; 物资 suppl|material|goods; 粮油 grain|oil|food;
猪肉 pork; 蔬菜 vegetable; 种业 seed; 种子 seed; 高标准农田 farmland; 碳达峰 carbon|peak; 碳排放 carbon|emission;
光伏 photovolt|solar|PV; 风电 wind; 煤炭 coal; 石油 oil|petrol; 天然气 gas; 钢铁 steel|iron; 化工 chem;
危化品 chemical|hazard; 船舶 ship; 机器人 robot; 人工智能 artificial|AI\b; 集成电路 chip|circuit|semiconductor;
互联网 internet|online|platform; 云计算 cloud; 区块链 blockchain; 大数据 data; 数字经济 digital;
数字政府 digital; 直播 live; 首店 first; 老字号 brand|time-honored|time-honoured; 招商 invest|business|promot;
落户 set up|settl|establish|locat|mov|hukou|household|register; 注册资金 capital; 上市 list|market|public;
国资 state|asset; 股权 equity|share|stake; 私募 private; 普惠 inclusive|affordable|universal; 信贷 credit|loan;
人民币 yuan|RMB|renminbi; 外贸进出口 trade|import|export|foreign; 一带一路 Belt and Road;
自贸 free trade|free-trade; 长三角 Yangtze; 粤港澳 Guangdong|Greater Bay; 成渝 Chengdu; 甘肃 Gansu;
西藏 Tibet|Xizang; 新疆 Xinjiang; 对口支援 pair|assist|aid|support; 东西部 east|west; 会展 exhibit|convention;
展览 exhibit; 演出 perform|show; 旅游节 festival|touris; 艺术 art; 文创 creativ|cultur;
文物 relic|heritage|cultur|artifact; 科普 scien; 博士后 postdoc; 院士 academician; 工匠 craft|artisan;
劳模 model work; 工会 union; 共青团 youth; 妇联 women; 红十字 Red Cross; 人武 arm|milit;
征兵 conscript|recruit|enlist; 民兵 militia; 人防 defen; 普法 law|legal; 立法 legislat|law;
司法 judic|legal|justice; 法院 court; 检察 procurat|prosecut; 公安 polic|public secur; 警察 polic;
扫黑 crim|gang|mafia; 黑恶 crim|gang|mafia; 诈骗 fraud; 毒品 drug|narcot; 网格员 grid; 调解 mediat;
仲裁 arbitrat; 复议 reconsider|review; 诉讼 litigat|lawsuit; 建议 suggest|propos|recommend; 提案 propos;
督查 inspect|supervis; 巡视 inspect; 三公 three public; 权力 power; 纪委 disciplin; 人民团体 people's organi;
民主党派 part; 工商联 industry and commerce; 无党派 non-part|without party|no party; 少数民族 ethnic|minorit;
极端 extrem; 恐怖 terror; 意识形态 ideolog; 社会主义 socialis; 中国特色 Chinese characteristics;
共同富裕 prosper; 中国式现代化 Chinese moderni|Chinese path|moderni; 四个意识 politic|conscious|four;
初心 aspiration|original|mission; 统一战线 united front; 战斗 fight|battle|combat|struggl;
堡垒 fort|bastion|stronghold
"""
_WORDS = dict(entry.strip().split(" ", 1) for entry in _TABLE.split(";"))
_FINDER = re.compile(any_of(_WORDS))


def topics(chinese: str) -> frozenset[str]:
    """What a Chinese text speaks of, as far as the table knows: where words overlap, the first, and then the longest."""
    return frozenset(_FINDER.findall(chinese))


def found(topic: str, english: str) -> bool:
    """Whether an English text speaks of it."""
    return _english(topic).search(english) is not None


@cache
def _english(topic: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![A-Za-z])(?:{_WORDS[topic]})", re.IGNORECASE)
