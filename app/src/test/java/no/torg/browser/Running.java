package no.torg.browser;

import no.torg.TestFolder;
import no.torg.Torg;
import no.torg.World;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The application, started for a tool among the tests: on a data folder of its own with the whole demo world. */
record Running(ConfigurableApplicationContext context, World world) implements AutoCloseable {

    static Running start() {
        System.out.println("Starting Torg with the demo world");
        var context = new SpringApplicationBuilder(Torg.class, World.class).initializers(new TestFolder())
                .run("--server.port=0", "--torg.demo.first-start=false", "--torg.test.cases=true", "--torg.web.strict-messages=true", "--logging.level.root=warn");
        return new Running(context, context.getBean(World.class));
    }

    @Override
    public void close() {
        context.close();
    }
}
