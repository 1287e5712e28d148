/// Signs that Japanese alone writes so: simplified in 1946 in another way than in China, or made in Japan.
///
/// They tell a Japanese heading without kana from a Chinese one. Left out are signs whose form Chinese has too, simplified or not.
enum JapaneseSigns {
    private static let all = Set(
        """
        両乗亀亜仏仮伝価倹働児円処剣剤剰労効勅勧勲匂単厳収呉咲営団囲図圏圧塀塁塩増壊壌壱売変奨姫娯嬢実対
        専峠巣巻帯帰庁広廃弐弾従徳徴応恵悩悪懐戦戯戸戻払抜択拝拠拡挙挟挿捜掲揺搾摂撃斉斎暁暦枠査栃栄桜桟
        検楽様権歓歩歯歳歴殻毎気沢浄涙渇済渋渓満滝瀬焼犠猟獣産畑畳発県砕穀竜粛経絵絶継続総緑縁縄縦繊聴脳
        臓艶芸蔵薫薬覇覚覧観訳証読謡譲豊賛転軽辺辻込逓遅郷酔醸釈鉄鉱銭鋳錬録関闘険隠隣隷霊頼顔顕駅駆騒験
        髄髪鶏黒黙齢
        """.unicodeScalars.map(\.value)
    )

    static func contains(_ scalar: UInt32) -> Bool { all.contains(scalar) }
}
