use super::*;

const TOKENS: &str = include_str!("../../../themes/default/css/tokens.css");

/// Both values of a token of the default theme.
fn token(name: &str) -> [Rgb; 2] {
    let (_, value) = TOKENS.split_once(&format!(" {name}: light-dark(")).unwrap_or_else(|| panic!("no {name}"));
    let (value, _) = value.split_once(')').expect("the value ends");
    let long = |colour: &str| match colour.trim() {
        short if short.len() == 4 => Rgb::read(
            &short.chars().flat_map(|c| std::iter::repeat_n(c, if c == '#' { 1 } else { 2 })).collect::<String>(),
        ),
        colour => Rgb::read(colour),
    };
    let (light, dark) = value.split_once(',').expect("two values");
    [long(light), long(dark)]
}

fn pair(brand: &str) -> [String; 2] {
    let Accent { light, dark } = accent(Some(brand));
    [light, dark]
}

#[test]
fn contrast_is_what_the_guidelines_say() {
    let contrast = |one, other| (Rgb::read(one).contrast(Rgb::read(other)) * 100.0).round() / 100.0;
    assert_eq!(contrast("#000000", "#ffffff"), 21.0);
    assert_eq!(contrast("#777777", "#ffffff"), 4.48);
    assert_eq!(contrast("#767676", "#ffffff"), 4.54);
    assert_eq!(contrast("#1d5a6b", "#ffffff"), 7.7);
}

#[test]
fn colours_survive_the_way_there_and_back() {
    for brand in ["#000000", "#ffffff", "#1d5a6b", "#ff0000", "#00ff00", "#0000ff", "#ffd400", "#808080"] {
        assert_eq!(Rgb::read(brand).oklch().rgb().hex(), brand);
    }
}

#[test]
fn a_colour_that_can_be_read_stays_and_another_gets_darker_until_it_can() {
    for (brand, light, dark) in [
        ("#1d5a6b", "#1d5a6b", "#8dc8dc"),
        ("#24507f", "#24507f", "#93c2f7"),
        ("#000000", "#000000", "#bebebe"),
        ("#ffd400", "#806900", "#d1bd79"),
        ("#e4002b", "#d00026", "#f2a7a2"),
        ("#ffffff", "#6b6b6b", "#bebebe"),
    ] {
        assert_eq!(pair(brand), [light, dark], "{brand}");
    }
}

#[test]
fn the_styles_get_the_colour_and_what_can_be_read() {
    let expected = "\n@layer tokens { :root { --brand: #ffd400; --brand-light: #806900; --brand-dark: #d1bd79; } }\n";
    assert_eq!(tokens("#ffd400"), expected);
}

#[test]
fn the_papers_are_those_of_the_default_theme() {
    for (at, name) in ["--paper", "--card", "--sunken"].into_iter().enumerate() {
        assert_eq!(token(name), [LIGHT[at], DARK[at]], "{name}");
    }
    assert!(TOKENS.contains("--accent-wash: color-mix(in srgb, var(--accent) 10%, var(--paper));"));
    let Accent { light, dark } = accent(None);
    assert!(TOKENS.contains(&format!("--accent: light-dark(var(--brand-light, {light}), var(--brand-dark, {dark}));")));
}

#[test]
fn any_colour_can_be_read_and_written_on_by_light_and_on_dark() {
    let [on_light, on_dark] = token("--on-accent");
    let steps = (0..=255u8).step_by(17);
    for [red, green, blue] in steps.clone().flat_map(|red| {
        let steps = steps.clone();
        steps.clone().flat_map(move |green| steps.clone().map(move |blue| [red, green, blue]))
    }) {
        let brand = Rgb([red, green, blue]).hex();
        let [light, dark] = pair(&brand).map(|colour| Rgb::read(&colour));
        assert!(light.is_readable(&LIGHT), "{brand}: {}", light.hex());
        assert!(dark.is_readable(&DARK), "{brand}: {}", dark.hex());
        assert!(light.contrast(on_light) >= READABLE && dark.contrast(on_dark) >= READABLE, "{brand}");
    }
}

#[test]
fn the_hue_stays() {
    for brand in ["#ffd400", "#ff6600", "#00c2a8", "#ff4fa3", "#8ac4ff"] {
        let hue = |colour: &str| Rgb::read(colour).oklch().hue.to_degrees();
        for colour in pair(brand) {
            let apart = (hue(&colour) - hue(brand)).abs();
            assert!(apart < 2.0, "{brand} {colour}: {apart}");
        }
    }
}
