//! Bytes in vectors: base64url, or a list of pieces where base64url would be too long.

use serde_json::{Value, json};
use vestibule::seal::encoding::{from_b64, to_b64};

/// How long a run of zeros has to be to be worth a piece of its own.
const RUN: usize = 20_000;

/// Bytes as a vector has them.
pub(super) fn write(bytes: &[u8]) -> Value {
    let zeros = bytes.iter().rev().take_while(|&&byte| byte == 0).count();
    if zeros < RUN {
        return json!(to_b64(bytes));
    }
    json!([to_b64(&bytes[..bytes.len() - zeros]), { "zeros": zeros }])
}

/// Bytes out of a vector.
pub(super) fn read(value: &Value) -> Vec<u8> {
    match value {
        Value::Array(pieces) => pieces.iter().flat_map(read).collect(),
        Value::String(text) => from_b64(text).expect("base64url in its canonical spelling"),
        _ => match (value["zeros"].as_u64(), value["slots"].as_u64()) {
            (Some(zeros), None) => vec![0; usize::try_from(zeros).expect("a size")],
            (None, Some(slots)) => made_up_slots(slots).into_bytes(),
            _ => panic!("an unknown piece: {value}"),
        },
    }
}

/// This many slots nobody has, each with another tag, as JSON joined by commas.
fn made_up_slots(count: u64) -> String {
    let sealed = "A".repeat(235);
    let slots: Vec<String> =
        (0..count).map(|number| format!("{{\"tag\":\"{number:032x}\",\"box\":\"{sealed}\"}}")).collect();
    slots.join(",")
}
