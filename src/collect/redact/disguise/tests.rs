//! What becomes of what, in every form in which it comes.

use super::{Disguise, Key, What};
use crate::base::capture::{Document, DocumentKind};
use crate::base::section::Extent;

fn document(kind: DocumentKind, text: &str) -> Document {
    Document {
        kind,
        place: "x!resources/all.yaml".to_owned(),
        bundle: String::new(),
        proxy: None,
        extent: Extent::Whole,
        text: text.to_owned().into(),
    }
}

fn disguise(what: &[What]) -> Disguise {
    let mut disguise = Disguise::new(what.iter().copied(), Key::of("k"));
    let names = "kind: Service\nmetadata: {name: reviews, namespace: shop}\n";
    disguise.learn(&[document(DocumentKind::ResourcesYaml, names)]);
    disguise
}

#[test]
fn names_are_found_wherever_they_are_quoted() {
    let mut disguise = disguise(&[What::Names]);
    let [reviews, shop] = ["reviews", "shop"].map(|name| disguise.text(name));
    assert!(reviews != "reviews" && shop != "shop");
    for text in [
        "outbound|9080|v1|reviews.shop.svc.cluster.local",
        "outbound_.9080_.v1_.reviews.shop.svc.cluster.local",
        "spiffe://cluster.local/ns/shop/sa/reviews",
        "cluster.outbound|9080||reviews.shop.svc.cluster.local;.upstream_cx_total: 1",
        "^reviews\\\\.shop\\\\..*",
        "\\\\breviews\\n",
        "\\u003creviews\\u003e",
        "/reviews/1?shop=reviews",
        "h:headers():add('x-reviews', \\\"reviews\\\")",
        "reviews-v1-0.shop",
    ] {
        let want = text.replace("reviews", &reviews).replace("shop", &shop);
        assert_eq!(disguise.text(text), want);
    }
    for text in ["shopping", "previews", "{\\\"shop\\\": 1}", "envoy.filters.http.shop", "shop.istio.io/reviews", "v1"]
    {
        assert_eq!(disguise.text(text), text);
    }
    assert_eq!(disguise.text("Reviews"), reviews[..1].to_ascii_uppercase() + &reviews[1..]);
}

#[test]
fn addresses_are_found_wherever_they_stand() {
    let mut disguise = disguise(&[What::Ips]);
    let ip = disguise.text("10.244.1.7");
    for text in [
        "10.244.1.7:9080",
        "x::10.244.1.7:9080::cx_active::0",
        "10.244.1.7_9080",
        "ip-10-244-1-7.internal",
        "[::ffff:10.244.1.7]:80",
    ] {
        let want = text.replace("10.244.1.7", &ip).replace("10-244-1-7", &ip.replace('.', "-"));
        assert_eq!(disguise.text(text), want);
    }
    for text in ["1.2.3.4.5.6", "0.0.0.0_9080", "127.0.0.6", "12:30:45", "a::b", "1.32.0"] {
        assert_eq!(disguise.text(text), text);
    }
    assert!(disguise.text("10.244.0.0/16").ends_with(".0.0/16"));
    assert_eq!(disguise.text("10.244.0.0\\/16"), disguise.text("10.244.0.0/16").replace('/', "\\/"));
}

#[test]
fn tokens_go_wherever_they_stand() {
    let secrets = [
        "eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJ4In0.c2lnbmF0dXJl",
        "AKIAIOSFODNN7EXAMPLE",
        "ghp_abcdefghijklmnopqrstuvwxyz0123456789",
        "s3cr3t-v4lue",
    ];
    let mut disguise = disguise(&[What::Tokens]);
    for secret in secrets {
        for text in [
            format!("{{\"configs\": [{{\"x\": {{\"token\": \"{secret}\"}}}}]}}"),
            format!("{{\"configs\": [{{\"inline_string\": \"local api_key = \\\"{secret}\\\"\"}}]}}"),
            format!("{{\"configs\": [{{\"inline_string\": \"h:add('authorization', 'Bearer {secret}')\"}}]}}"),
            format!("{{\"configs\": [{{\"name\": \"x-api-key\", \"string_match\": {{\"exact\": \"{secret}\"}}}}]}}")
                .replace("[{\"name\"", "[{\"headers\": [{\"name\"")
                .replace("}}]}", "}}]}]}"),
            format!("{{\"configs\": [{{\"env\": [{{\"name\": \"A\", \"value\": \"{secret}\"}}]}}]}}"),
            format!("{{\"configs\": [{{\"uri\": \"https://user:{secret}@x.test/\"}}]}}"),
        ] {
            let new = disguise.document(&document(DocumentKind::ConfigDump, &text)).text;
            let new = String::from_utf8_lossy(&new).into_owned();
            assert!(!new.contains(secret) && new.contains("redacted"), "{text}\n{new}");
            assert!(serde_json::from_str::<serde_json::Value>(&new).is_ok(), "{new}");
            // Doing it again changes nothing.
            let again = disguise.document(&document(DocumentKind::ConfigDump, &new)).text;
            assert_eq!(String::from_utf8_lossy(&again), new);
        }
    }
    for text in ["Bearer ", "secretName: x", "%REQ(authorization)%", "a bearer of news", "token"] {
        assert_eq!(disguise.text(text), text);
    }
}

#[test]
fn header_values_match_as_before() {
    let text =
        "kind: VirtualService\nspec: {http: [{match: [{headers: {end-user: {exact: jason}, x-m: {exact: GET}}}]}]}\n";
    let mut disguise = Disguise::new([What::Headers], Key::of("k"));
    let original = document(DocumentKind::ResourcesYaml, text);
    disguise.learn(std::slice::from_ref(&original));
    let new = disguise.document(&original).text;
    let value = disguise.header("end-user", "jason");
    assert_eq!(String::from_utf8_lossy(&new), text.replace("jason", &value));
    assert_ne!(value, "jason");
}

#[test]
fn yaml_stays_what_it_was() {
    let text = "# shop's own\nkind: ConfigMap\nmetadata: {name: reviews, namespace: \"shop\"} # of shop\n\
                data:\n  mesh: |\n    shop: 1\n    host: reviews.shop\n  reviews.yaml: 'shop'\n";
    let mut disguise = disguise(&[What::Names]);
    let [reviews, shop] = ["reviews", "shop"].map(|name| disguise.text(name));
    let new = disguise.document(&document(DocumentKind::ResourcesYaml, text)).text;
    let want = format!(
        "#\nkind: ConfigMap\nmetadata: {{name: {reviews}, namespace: \"{shop}\"}} #\n\
         data:\n  mesh: |\n    shop: 1\n    host: {reviews}.{shop}\n  {reviews}.yaml: '{shop}'\n"
    );
    assert_eq!(String::from_utf8_lossy(&new), want);
}

#[test]
fn certificates_are_of_somebody_else() {
    let mut params = rcgen::CertificateParams::new(vec!["reviews.shop.svc".to_owned()]).unwrap();
    params.subject_alt_names.push(rcgen::SanType::URI("spiffe://cluster.local/ns/shop/sa/reviews".try_into().unwrap()));
    params.subject_alt_names.push(rcgen::SanType::IpAddress("10.244.1.7".parse().unwrap()));
    params.distinguished_name.push(rcgen::DnType::CommonName, "reviews");
    let pem = params.self_signed(&rcgen::KeyPair::generate().unwrap()).unwrap().pem();
    let mut disguise = disguise(&What::ALL);
    let [reviews, shop, ip] = ["reviews", "shop", "10.244.1.7"].map(|name| disguise.text(name));
    let text = serde_json::json!({ "configs": [{ "certificate_chain": { "inline_string": pem } }] }).to_string();
    let new = disguise.document(&document(DocumentKind::ConfigDump, &text)).text;
    let new: serde_json::Value = serde_json::from_slice(&new).unwrap();
    let new = new.pointer("/configs/0/certificate_chain/inline_string").unwrap().as_str().unwrap();
    let (_, block) = x509_parser::pem::parse_x509_pem(new.as_bytes()).unwrap();
    let (_, old) = x509_parser::pem::parse_x509_pem(pem.as_bytes()).unwrap();
    let (certificate, old) = (block.parse_x509().unwrap(), old.parse_x509().unwrap());
    assert_eq!(certificate.subject().to_string(), format!("CN={reviews}"));
    let names = certificate.subject_alternative_name().unwrap().unwrap().value.general_names.clone();
    let names: Vec<String> = names.iter().map(ToString::to_string).collect();
    let shown = format!("{names:?}");
    let address = ip.parse::<std::net::Ipv4Addr>().unwrap().octets();
    assert!(shown.contains(&format!("{reviews}.{shop}.svc")), "{shown}");
    assert!(shown.contains(&format!("/ns/{shop}/sa/{reviews}")), "{shown}");
    assert!(certificate.validity() == old.validity() && certificate.public_key().raw != old.public_key().raw);
    assert_ne!(certificate.raw_serial(), old.raw_serial());
    assert!(block.contents.windows(4).any(|window| window == address));
}
