package no.torg.people;

/** Somebody unknown asked for what needs a person; a page sends them to sign in and back again, the API answers 401. */
class SignInRequired extends RuntimeException {

    SignInRequired() {
        super("Sign-in required", null, false, false);
    }
}
