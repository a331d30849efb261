package no.torg.web;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.catalina.valves.RemoteIpValve;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * Believes the proxies that the operator names – one that ends TLS before Torg – when they say from which address a request came and that it came by TLS. Nobody
 * else's word is heard, and without names nobody's.
 */
@Component
@ConditionalOnWebApplication
class Proxies implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> {

    private final List<String> names;

    @Autowired
    Proxies(WebSettings settings) {
        this(settings.proxy());
    }

    Proxies(List<String> names) {
        this.names = names;
    }

    @Override
    public void customize(ConfigurableTomcatWebServerFactory server) {
        if (!names.isEmpty()) {
            var valve = new RemoteIpValve();
            valve.setInternalProxies(names.stream().flatMap(Proxies::addresses).map(Pattern::quote).collect(Collectors.joining("|")));
            valve.setProtocolHeader("X-Forwarded-Proto");
            server.addEngineValves(valve);
        }
    }

    /** Written as Tomcat writes a caller's. */
    private static Stream<String> addresses(String name) {
        try {
            return Arrays.stream(InetAddress.getAllByName(name)).map(InetAddress::getHostAddress);
        } catch (UnknownHostException unknown) {
            throw new IllegalStateException("TORG_PROXY names \"" + name + "\", which is neither an address nor the name of a machine that is known here", unknown);
        }
    }
}
