#!/usr/bin/env python3
"""Counts how letters follow each other, for Sources/Exchange/Bytes/letter-costs.txt, and prints that file.

It needs `pip install wordfreq opencc-python-reimplemented`. Run it to add a language, and look at the difference:

    python3 .ci/letter-costs.py > Sources/Exchange/Bytes/letter-costs.txt
"""
import math
import string
import unicodedata
from collections import Counter, defaultdict

from opencc import OpenCC
from wordfreq import get_frequency_dict

# Letters beyond ASCII by language.
LATIN = dict(
    de="äöüß", fr="àâæçéèêëîïôœùûüÿ", es="áéíñóúüç", pt="ãáâàçéêíóôõúü", it="àèéìòùóí", nl="ëéèïöüáê", sv="åäöéü",
    da="æøåéüö", nb="æøåéòôö", fi="äöåšž", **{"is": "áðéíóúýþæö"}, pl="ąćęłńóśźż", cs="áčďéěíňóřšťúůýž",
    sk="áäčďéíĺľňóôŕšťúýž", hu="áéíóöőúüű", ro="ăâîşţ", sh="čćđšž", sl="čšž", tr="çğıöşüâîû")
OTHER = dict(
    ru="абвгдежзийклмнопрстуфхцчшщъыьэюяё", uk="абвгдежзийклмнопрстуфхцчшщьюяіїєґ",
    bg="абвгдежзийклмнопрстуфхцчшщъьюя", el="αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώϊϋΐΰ")
# The lists are folded: ß is ss there.
GERMAN = dict(
    aß=7, iß=7, oß=6, uß=6, üß=5, öß=5, äß=6, eß=7, ße=1, ß_=2, ßt=3, ßl=4, ßb=5, ßn=5, ßh=6, ßk=6, ßm=6, ßg=6, ßf=7,
    ßi=6, ßs=7, ßw=7, ßa=6, ßr=7, ßd=7, ßö=8)
# Words of which names of firms and headers are made; books have them less often.
BUSINESS = dict(
    zh="有限公司 股份有限公司 有限责任公司 集团 科技 贸易 实业 发展 电子 机械 设备 工程 建筑 材料 化工 医药 食品 纺织 服装 物流 国际 进出口 商贸 信息 技术 网络 软件 "
       "投资 管理 咨询 服务 广告 文化 传媒 汽车 配件 五金 塑料 包装 印刷 家具 装饰 能源 电力 环保 农业 生物 北京 上海 广州 深圳 天津 重庆 杭州 南京 苏州 武汉 成都 "
       "青岛 大连 厦门 宁波 东莞 佛山 中国 华 东方 新 金 大 天 客户 编号 名称 发票 号码 日期 金额 到期 币种 余额 未付 应收 账款 付款 部门 业务员 备注 人民币",
    tw="有限公司 股份有限公司 企業 實業 科技 貿易 工業 電子 機械 設備 工程 建設 材料 化工 醫藥 食品 紡織 服飾 物流 國際 進出口 商行 資訊 技術 網路 軟體 投資 管理 "
       "顧問 服務 廣告 文化 傳播 汽車 五金 塑膠 包裝 印刷 家具 能源 電力 環保 農業 生物 臺北 台北 台中 高雄 新竹 桃園 臺灣 台灣 香港 中華 東 新 金 大 客戶 編號 名稱 "
       "發票 號碼 日期 金額 到期 幣別 餘額 應收 帳款 付款 部門 業務員 備註",
    ja="株式会社 有限会社 合同会社 合資会社 商事 商店 工業 産業 製作所 電機 電気 建設 運輸 物流 食品 化学 薬品 印刷 出版 鉄工所 機械 精機 システム サービス "
       "コーポレーション ホールディングス エンジニアリング テクノロジー ジャパン グループ センター 東京 大阪 名古屋 京都 横浜 神戸 福岡 札幌 仙台 広島 日本 中央 東 西 南 北 "
       "山 田 川 本 村 井 藤 佐 鈴木 高橋 渡辺 伊藤 中村 小林 加藤 得意先 コード 名 請求書 番号 請求 日付 支払 期日 期限 金額 残高 通貨 税込 売掛金 未収 顧客 部門 "
       "担当者 備考 入金 カブシキガイシャ カ) ショウジ コウギョウ",
    ko="주식회사 유한회사 상사 산업 전자 전기 기계 건설 물산 무역 통상 정밀 화학 제약 식품 섬유 물류 운수 정보 기술 시스템 소프트 테크 글로벌 코리아 인터내셔널 "
       "서비스 엔지니어링 그룹 홀딩스 서울 부산 대구 인천 광주 대전 울산 한국 대한 동양 삼성 현대 신한 국제 미래 우리 거래처 고객 코드 번호 명 송장 세금계산서 일자 날짜 "
       "만기일 금액 잔액 통화 미수금 외상매출금 부서 담당자 비고 입금")
HEAD = """\
# How surprising letters are, in bits, by language. It tells which encoding makes words of bytes (EncodingEvidence).
# pairs-4: the second of two letters is one in sixteen of those that follow the first. A word begins after _ and ends
# with it. Only pairs with a letter beyond ASCII are listed, and none above 11 bits. characters-8: one in 256 of a
# language's characters. Counted over frequent words (the lists of wordfreq 3.1), their frequencies flattened, and
# over the words of which firms' names and headers are made.
"""
WIDTH = 118


def pairs(language, beyond):
    """Bits of a letter behind another, where one of them is beyond ASCII."""
    alphabet = set(beyond) | (set(string.ascii_lowercase) if language in LATIN else set())
    counts = defaultdict(Counter)
    def add(word, weight):
        framed = f"_{word}_"
        for first, second in zip(framed, framed[1:]):
            counts[first][second] += weight
    for word, frequency in get_frequency_dict(language, wordlist="best").items():
        word = unicodedata.normalize("NFC", word.lower()).replace("ș", "ş").replace("ț", "ţ").replace("i̇", "i")
        if language == "el" and word.endswith("σ"):
            # The lists are folded: ς is σ there.
            word = word[:-1] + "ς"
        if set(word) <= alphabet:
            add(word, frequency ** 0.6)
            if language == "el":
                # In capitals it has no accents, and one sigma.
                bare = "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))
                add(bare.replace("ς", "σ"), frequency ** 0.6 / 3)
    bits = {}
    for first, followers in counts.items():
        total = sum(followers.values())
        for second, count in followers.items():
            if first in beyond or second in beyond:
                bits[first + second] = max(1, round(-math.log2(count / total)))
    if language == "de":
        bits.update(GERMAN)
    return {pair: cost for pair, cost in bits.items() if cost <= 11}


def characters(language, source, is_common, convert=None):
    """Bits of a character among those of its language, the most frequent first."""
    counts, business = Counter(), Counter("".join(BUSINESS[language].split()))
    for word, frequency in get_frequency_dict(source, wordlist="best").items():
        for character in convert(word) if convert else word:
            if is_common(character):
                counts[character] += frequency ** 0.7
    total, of_business = sum(counts.values()), sum(business.values())
    share = {c: 0.7 * counts[c] / total + 0.3 * business[c] / of_business for c in set(counts) | set(business)}
    bits = {character: -math.log2(part) for character, part in share.items()}
    if language == "ja":
        bits["ー"] = 5
    return dict(sorted((item for item in bits.items() if item[1] <= 12.5), key=lambda item: item[1]))


def main():
    print(HEAD, end="")
    for language, beyond in {**LATIN, **OTHER}.items():
        by_bits = defaultdict(list)
        for pair, cost in sorted(pairs(language, beyond).items()):
            by_bits[cost].append(pair)
        for cost in sorted(by_bits):
            line = f"pairs-{cost} {language}:"
            for pair in by_bits[cost]:
                if len(line) + 1 + len(pair) > WIDTH:
                    print(line)
                    line = " "
                line += " " + pair
            print(line)
    def han(c): return "\u4e00" <= c <= "\u9fff"
    eastern = dict(
        zh=characters("zh", "zh", han), tw=characters("tw", "zh", han, OpenCC("s2tw").convert),
        ja=characters("ja", "ja", lambda c: han(c) or "\u3041" <= c <= "\u30ff"),
        ko=characters("ko", "ko", lambda c: "\uac00" <= c <= "\ud7a3"))
    for language, costs in eastern.items():
        by_bits = defaultdict(str)
        for character, cost in costs.items():
            by_bits[max(3, round(cost))] += character
        for cost, found in by_bits.items():
            head = f"characters-{cost} {language}:"
            for start in range(0, len(found), 50):
                print(f"{head} {found[start:start + 50]}")
                head = " "


if __name__ == "__main__":
    main()
